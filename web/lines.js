// @ts-check
// The text of a document: its lines, headings, tables and page signs, with nothing lost; and how findings are drawn into it.

import { make } from "./dom.js";
import { pieces } from "./marking.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Segment} Segment */
/** @typedef {{kind: string, start: number, end: number, page: number | null, segments: Segment[]}} Line */
/** @typedef {{level: number, text: string, start: number, end: number}} Heading */
/** @typedef {import("./marking.js").Found} Found */

const SEPARATOR = " | "; // between the cells of a row
const CHUNK = 40; // lines that the browser lays out together, or not at all while they are out of sight
const LABEL = 60; // letters of a line in the name of its button

/** @type {WeakMap<Element, Line>} */
const drawn = new WeakMap();
/** @type {WeakMap<Line, Found[]>} */
const foundIn = new WeakMap();

/** @param {Line} line */
export const textOf = (line) => line.segments.map((segment) => segment.text).join("");

/** How deep each heading stands, by its start: no depth is left out, whatever the levels are. @param {Heading[]} outline */
export function depths(outline) {
  /** @type {Map<number, number>} */
  const found = new Map();
  /** @type {number[]} */
  const above = [];
  for (const { level, start } of outline) {
    while (above.length && above[above.length - 1] >= level) above.pop();
    above.push(level);
    found.set(start, above.length);
  }
  return found;
}

/** @param {HTMLElement} target @param {Line[]} lines @param {Heading[]} outline */
export function showLines(target, lines, outline) {
  const deep = depths(outline);
  /** @type {HTMLElement[]} */
  const chunks = [];
  /** @type {Line | null} */
  let before = null;
  let at = 0;
  while (at < lines.length) {
    const run = tableAt(lines, at);
    if (at === 0 || (chunks[chunks.length - 1].childElementCount ?? 0) >= CHUNK) chunks.push(make("div", "", "chunk"));
    const chunk = chunks[chunks.length - 1];
    const line = lines[at];
    if (line.page !== null && line.page !== before?.page) chunk.append(pageSign(line.page));
    chunk.append(run > 0 ? table(lines.slice(at, at + run)) : single(line, deep.get(line.start)));
    at += Math.max(run, 1);
    before = lines[at - 1];
  }
  target.replaceChildren(...chunks);
  const first = target.querySelector(".here");
  if (first instanceof HTMLElement) first.tabIndex = 0;
}

/** @param {number} page */
function pageSign(page) {
  const sign = make("p", words.page(page), "page-sign");
  sign.dataset.page = String(page);
  return sign;
}

/** @param {Line | undefined} line */
const cells = (line) => (line?.kind === "row" ? textOf(line).split(SEPARATOR).length : 0);

/** How many rows from here on make a table: all of as many cells, on one page. A row among rows of other kinds is none. @param {Line[]} lines @param {number} at */
function tableAt(lines, at) {
  const many = cells(lines[at]);
  if (!many) return 0;
  let run = 1;
  while (cells(lines[at + run]) === many && lines[at + run].page === lines[at].page) run += 1;
  return run > 1 || !(cells(lines[at - 1]) || cells(lines[at + 1])) ? run : 0;
}

/** @param {Line} line @param {number} [depth] of a heading */
function single(line, depth) {
  const tags = /** @type {const} */ (["h2", "h3", "h4", "h5", "h6"]);
  const made = make(depth === undefined ? "p" : tags[Math.min(depth, tags.length) - 1]);
  made.append(wordsOf(line, []));
  return keep(make("div", "", "line"), line, [made]); // the button stands beside the heading, or it would be in its name
}

/** @param {Line[]} lines */
function table(lines) {
  const frame = make("div", "", "cells");
  frame.tabIndex = 0; // a wide table is scrolled by key, too
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", words.tableOf(lines.length));
  const made = make("table");
  for (const line of lines) made.append(keep(make("tr", "", "line"), line, cellsOf(line, [])));
  frame.append(made);
  return frame;
}

/** @template {HTMLElement} T @param {T} made @param {Line} line @param {Node[]} content @returns {T} */
function keep(made, line, content) {
  made.dataset.start = String(line.start);
  made.dataset.end = String(line.end);
  drawn.set(made, line);
  const here = make("button", "¶", "here");
  here.type = "button";
  here.tabIndex = -1;
  here.setAttribute("aria-label", words.copyPlace(textOf(line).slice(0, LABEL)));
  if (made instanceof HTMLTableRowElement) {
    const cell = make("td", "", "at");
    cell.append(here);
    made.append(...content, cell);
  } else made.append(...content, here);
  return made;
}

/** The line that an element draws. @param {Element} element */
export const lineOf = (element) => /** @type {Line} */ (drawn.get(element));

/** Draw findings into a line, in place of those it had. @param {HTMLElement} made @param {Found[]} findings */
export function markFound(made, findings) {
  foundIn.set(lineOf(made), findings);
  drawAgain(made);
}

/** Cite one line as a whole, and nothing else. @param {HTMLElement} text @param {HTMLElement} cited */
export function showCited(text, cited) {
  const before = [...text.querySelectorAll("mark.cited")].map((mark) => /** @type {HTMLElement} */ (mark.closest(".line")));
  for (const made of new Set([...before, cited])) {
    const line = lineOf(made);
    line.segments = [{ text: textOf(line), mark: made === cited }];
    drawAgain(made);
  }
}

/** @param {HTMLElement} made */
function drawAgain(made) {
  const line = lineOf(made);
  const findings = foundIn.get(line) ?? [];
  const fresh = made instanceof HTMLTableRowElement ? cellsOf(line, findings).map((cell) => /** @type {Node} */ (cell.firstChild)) : [wordsOf(line, findings)];
  [...made.querySelectorAll(".words")].forEach((old, n) => old.replaceWith(fresh[n]));
}

/** @param {Line} line @param {Found[]} findings */
function wordsOf(line, findings) {
  const made = make("span", "", "words");
  made.append(...pieces(line.segments, findings, 0, Infinity));
  return made;
}

/** The separators stay in the text, out of sight: what is copied is what the document says. @param {Line} line @param {Found[]} findings */
function cellsOf(line, findings) {
  const cells = textOf(line).split(SEPARATOR);
  let at = 0;
  return cells.map((text, n) => {
    const content = make("span", "", "words");
    content.append(...pieces(line.segments, findings, at, at + text.length));
    const cell = make("td");
    cell.append(content);
    at += text.length;
    if (n < cells.length - 1) {
      const between = make("span", SEPARATOR, "unseen");
      between.setAttribute("aria-hidden", "true");
      cell.append(between);
      at += SEPARATOR.length;
    }
    return cell;
  });
}
