// @ts-check
// Searching inside the document that is read: with or without marks on the letters, from one finding to the next.

import { count, element, folded } from "./dom.js";
import { lineOf, markFound, textOf } from "./lines.js";
import { words } from "./words.js";

/** @typedef {import("./marking.js").Found} Found */

const MOST = 3000; // findings that are drawn: a single letter stands everywhere

const box = /** @type {HTMLInputElement} */ (element("find-text"));
/** @type {{made: HTMLElement, text: string}[]} */
let lines = [];
/** @type {HTMLElement[]} */
let marked = [];
let total = 0;
let now = 0; // from 1; 0: none
let searched = "";
let typing = 0;

/** @param {() => boolean} isReading whether the keys of the window are for this document */
export function startFinding(isReading) {
  box.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(find, 120); // a long document is not searched at each letter of a quick hand
  });
  element("find").addEventListener("submit", (event) => event.preventDefault());
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape" && box.value) {
      box.value = "";
      find();
    }
  });
  element("find-next").addEventListener("click", () => step(1));
  element("find-before").addEventListener("click", () => step(-1));
  addEventListener("keydown", (event) => {
    if (event.key !== "F3" || !isReading()) return;
    event.preventDefault();
    if (box.value.trim()) step(event.shiftKey ? -1 : 1);
    else box.focus();
  });
}

/** A new text: what was typed is searched in it at once. @param {HTMLElement} target */
export function findIn(target) {
  const all = /** @type {HTMLElement[]} */ ([...target.querySelectorAll(".line")]);
  lines = all.map((made) => ({ made, text: "" }));
  marked = [];
  searched = "";
  total = 0;
  now = 0;
  show();
  find();
}

/** Forget what was searched. */
export function stopFinding() {
  clearTimeout(typing);
  box.value = "";
  find();
}

function find() {
  clearTimeout(typing);
  const typed = folded(box.value).trim().replace(/\s+/g, " ");
  if (typed === searched) return;
  searched = typed;
  for (const made of marked) markFound(made, []);
  marked = [];
  total = 0;
  now = 0;
  for (const line of typed ? lines : []) {
    if (total < MOST) findInLine(line, typed);
  }
  show();
  if (total) step(1);
}

/** @param {{made: HTMLElement, text: string}} line @param {string} typed */
function findInLine(line, typed) {
  line.text ||= folded(textOf(lineOf(line.made)));
  /** @type {Found[]} */
  const findings = [];
  for (let at = line.text.indexOf(typed); at >= 0; at = line.text.indexOf(typed, at + typed.length)) {
    total += 1;
    findings.push({ from: at, to: at + typed.length, n: total });
  }
  if (!findings.length) return;
  markFound(line.made, findings);
  marked.push(line.made);
}

/** @param {number} by */
function step(by) {
  find(); // what was typed just now
  if (!total) return;
  for (const mark of of(now)) mark.classList.remove("now");
  now = ((now - 1 + by + total) % total) + 1;
  for (const mark of of(now)) mark.classList.add("now");
  of(now)[0]?.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  show();
}

/** The marks of a finding: several where it runs through a citation or cells. @param {number} n */
const of = (n) => [...element("document-text").querySelectorAll(`mark[data-n="${n}"]`)];

function show() {
  element("find-count").textContent = !searched ? "" : total ? words.foundAt(count(now), count(total), total >= MOST) : words.foundNone;
  for (const id of ["find-before", "find-next"]) /** @type {HTMLButtonElement} */ (element(id)).disabled = total === 0;
}
