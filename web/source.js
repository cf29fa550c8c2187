// @ts-check
// A source beside the answer: the document opened at the cited place.

import { api } from "./api.js";
import { element, facts, make, name, showSegments } from "./dom.js";
import { say } from "./page.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Segment} Segment */
/** @typedef {{kind: string, start: number, end: number, page: number | null, segments: Segment[]}} Paragraph */

/** @type {HTMLElement | null} */
let openedFrom = null;
let openings = 0;

/** @param {string} id @param {number} start @param {number} end */
export async function openSource(id, start, end) {
  const mine = ++openings;
  const from = /** @type {HTMLElement} */ (document.activeElement);
  try {
    const shown = await api.view(id, start, end);
    if (openings !== mine) return;
    openedFrom = from;
    element("source-title").textContent = name(shown.document);
    element("source-facts").textContent = facts(shown.document);
    /** @type {HTMLAnchorElement} */ (element("source-file")).href = api.original(id);
    element("source").hidden = false;
    document.body.classList.add("with-source");
    showParagraphs(element("source-text"), shown.paragraphs);
    element("source-text").querySelector("mark")?.scrollIntoView({ block: "center", behavior: "instant" });
    element("source").focus({ preventScroll: true });
  } catch (error) {
    say(error);
  }
}

/** Back to where the source was opened from. */
export function closeSource() {
  if (element("source").hidden) return;
  leaveSource();
  openedFrom?.focus();
}

/** On to something else: a source that is still coming stays away. */
export function leaveSource() {
  openings += 1;
  element("source").hidden = true;
  document.body.classList.remove("with-source");
}

/** Lines of a document, with a sign where a page begins. @param {HTMLElement} target @param {Paragraph[]} paragraphs */
export function showParagraphs(target, paragraphs) {
  let page = null;
  const lines = [];
  for (const paragraph of paragraphs) {
    if (paragraph.page !== null && paragraph.page !== page) {
      page = paragraph.page;
      lines.push(make("p", words.page(page), "page-sign"));
    }
    const line = make("p", "", paragraph.kind);
    line.dataset.start = String(paragraph.start);
    line.dataset.end = String(paragraph.end);
    showSegments(line, paragraph.segments);
    lines.push(line);
  }
  target.replaceChildren(...lines);
}
