// @ts-check
// Pasted text becomes a file: tables and headings that were copied with it are kept as HTML.

import { element } from "./dom.js";
import { words } from "./words.js";

const LONGEST_NAME = 80;
const NAMED = /\.(txt|md|html)$/i;
const MARKDOWN = /^(#{1,6} |\|.*\|$|[-*] )/m;

const dialog = /** @type {HTMLDialogElement} */ (element("paste"));
const name = /** @type {HTMLInputElement} */ (element("paste-name"));
const area = /** @type {HTMLTextAreaElement} */ (element("paste-text"));
const keep = /** @type {HTMLInputElement} */ (element("paste-keep"));
let rich = ""; // what was copied, as HTML; "" where it came as text only

/** @param {(files: File[]) => void} take */
export function startPasting(take) {
  element("open-paste").addEventListener("click", () => open("", ""));
  element("cancel-paste").addEventListener("click", () => dialog.close());
  element("paste-form").addEventListener("submit", () => take([pasted()]));
  keep.addEventListener("change", showKept);
  area.addEventListener("input", () => area.setCustomValidity(area.value.trim() ? "" : words.nothingPasted));
  area.addEventListener("paste", pasteInto);
  document.addEventListener("paste", (event) => pasteAnywhere(event, take));
}

/** @param {ClipboardEvent} event @param {(files: File[]) => void} take */
function pasteAnywhere(event, take) {
  const target = event.target instanceof Element ? event.target : document.body;
  const copied = event.clipboardData;
  if (!copied || target.closest("input, textarea, [contenteditable], dialog")) return;
  const text = copied.getData("text/plain");
  if (text.trim()) open(text, copied.getData("text/html"));
  else if (copied.files.length) take([...copied.files]);
  else return;
  event.preventDefault();
}

/** Into the empty field of the dialog: the same as anywhere on the page. @param {ClipboardEvent} event */
function pasteInto(event) {
  const text = event.clipboardData?.getData("text/plain");
  const html = event.clipboardData?.getData("text/html");
  if (area.value || !text || !html) return;
  event.preventDefault();
  fill(text, html, name.value);
}

/** @param {string} text @param {string} html */
function open(text, html) {
  fill(text, html, "");
  dialog.showModal();
  (text ? name : area).focus();
  if (text) name.select();
}

/** @param {string} text @param {string} html @param {string} called */
function fill(text, html, called) {
  rich = html;
  area.value = text;
  area.setCustomValidity(text.trim() ? "" : words.nothingPasted);
  name.value = called || titleOf(text);
  keep.checked = html !== "";
  element("paste-rich").hidden = html === "";
  showKept();
}

/** What is kept as it was copied is not changed by hand. */
function showKept() {
  area.readOnly = keep.checked;
}

/** The first line, or the day. @param {string} text */
function titleOf(text) {
  const first = text.split("\n").map((line) => line.replace(/^[#\s]+/, "").trim()).find(Boolean);
  return first ? first.slice(0, LONGEST_NAME).trim() : words.pastedOn(new Date().toLocaleDateString("vi-VN").replaceAll("/", "-"));
}

function pasted() {
  const html = keep.checked && rich !== "";
  const suffix = html ? ".html" : MARKDOWN.test(area.value) ? ".md" : ".txt";
  const called = name.value.trim().replace(/[/\\]/g, "-").replace(html ? NAMED : "", "");
  const content = html ? `<!doctype html><meta charset="utf-8">${rich}` : area.value;
  return new File([content], NAMED.test(called) ? called : called + suffix);
}
