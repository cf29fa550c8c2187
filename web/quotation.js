// @ts-check
// Taking words out of the document that is read: a link to a place, or what is selected with its source.

import { documentAddress, element } from "./dom.js";
import { lineOf, showCited, textOf } from "./lines.js";
import { frame } from "./pages.js";
import { copyText } from "./page.js";
import { quoteText } from "./quoting.js";
import { note } from "./router.js";

/** @typedef {import("./lines.js").Line} Line */

const bar = element("quote-bar");
/** @type {() => any} */
let present = () => null;

/** @param {() => any} current the document that is shown */
export function startQuoting(current) {
  present = current;
  const text = element("document-text");
  text.addEventListener("click", (event) => {
    const here = event.target instanceof Element ? event.target.closest(".here") : null;
    if (here) void copyPlace(/** @type {HTMLElement} */ (here));
  });
  text.addEventListener("keydown", walk);
  document.addEventListener("selectionchange", () => (bar.hidden = selectedRange() === null));
  bar.addEventListener("pointerdown", (event) => event.preventDefault()); // or pressing would unselect
  element("copy-quote").addEventListener("click", () => void copyQuote());
}

export const leaveQuote = () => (bar.hidden = true);

/** The first button can be reached by Tab, the arrows lead to the others. @param {KeyboardEvent} event */
function walk(event) {
  const here = event.target instanceof Element ? event.target.closest(".here") : null;
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!here || !by) return;
  const all = /** @type {HTMLElement[]} */ ([...element("document-text").querySelectorAll(".here")]);
  const next = all[all.indexOf(/** @type {HTMLElement} */ (here)) + by];
  if (!next) return;
  event.preventDefault();
  /** @type {HTMLElement} */ (here).tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

/** @param {HTMLElement} here */
async function copyPlace(here) {
  const made = /** @type {HTMLElement} */ (here.closest(".line"));
  const { start, end } = lineOf(made);
  note({ tu: start, den: end });
  showCited(element("document-text"), made);
  void frame(start, end);
  await copyText(location.origin + documentAddress(present().id, start, end));
  here.focus();
}

/** What is selected, where it is of the text. */
function selectedRange() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  return element("document-text").contains(range.commonAncestorContainer) && range.toString().trim() ? range : null;
}

/** The selected part of each line. @param {Range} range */
function partsOf(range) {
  const lines = /** @type {HTMLElement[]} */ ([...element("document-text").querySelectorAll(".line")]);
  return lines.filter((line) => range.intersectsNode(line)).map((line) => partOf(line, range)).filter(({ text }) => text.trim());
}

/** What a range takes of a line. @param {HTMLElement} made @param {Range} range */
function partOf(made, range) {
  const line = lineOf(made);
  const all = textOf(line);
  const from = made.contains(range.startContainer) ? lettersBefore(made, range.startContainer, range.startOffset) : 0;
  const to = made.contains(range.endContainer) ? lettersBefore(made, range.endContainer, range.endOffset) : all.length;
  return { line, text: all.slice(from, to), start: line.start + [...all.slice(0, from)].length, end: line.start + [...all.slice(0, to)].length };
}

/** @param {HTMLElement} made @param {Node} node @param {number} offset */
function lettersBefore(made, node, offset) {
  const before = document.createRange();
  before.setStart(made, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

async function copyQuote() {
  const range = selectedRange();
  const parts = range ? partsOf(range) : [];
  if (!parts.length) return;
  const doc = present();
  const [first, last] = [parts[0], parts[parts.length - 1]];
  const quote = parts.map(({ text }) => text.trim()).join("\n");
  const source = quoteText(/** @type {any} */ ({ document: doc, quote, heading: headingsOver(doc.outline, first.line), page: first.line.page }));
  await copyText(`${source}\n${location.origin}${documentAddress(doc.id, first.start, last.end)}`);
}

/** @param {import("./lines.js").Heading[]} outline @param {Line} line */
function headingsOver(outline, line) {
  /** @type {import("./lines.js").Heading[]} */
  const over = [];
  for (const heading of outline) {
    if (heading.start >= line.start) break;
    while (over.length && over[over.length - 1].level >= heading.level) over.pop();
    over.push(heading);
  }
  return over.map(({ text }) => text);
}
