// @ts-check
// The outline at the side: leads to each heading, and says where one is reading.

import { documentAddress, element, make } from "./dom.js";
import { depths } from "./lines.js";
import { note } from "./router.js";

/** @typedef {import("./lines.js").Heading} Heading */

const READING_LINE = 140; // pixels under the top of the window
const NARROW = matchMedia("(max-width: 60rem)");

/** @type {{start: number, link: HTMLElement}[]} */
let entries = [];
let looking = 0;
/** @type {(line: Element) => void} */
let tellReading = () => {};

/** @param {(line: Element) => void} onReading told which line stands where one reads */
export function startOutline(onReading) {
  tellReading = onReading;
  addEventListener("scroll", () => (looking ||= requestAnimationFrame(markCurrent)), { passive: true });
  const fold = () => {
    for (const id of ["document-outline", "document-side"]) /** @type {HTMLDetailsElement} */ (element(id)).open = !NARROW.matches;
  };
  NARROW.addEventListener("change", fold);
  fold();
}

/** @param {string} id @param {Heading[]} outline */
export function showOutline(id, outline) {
  const deep = depths(outline);
  entries = outline.map(({ text, start, end }) => ({ start, link: entry(id, text, start, end) }));
  element("document-outline").hidden = outline.length === 0;
  element("reading").classList.toggle("no-outline", outline.length === 0);
  element("outline-list").replaceChildren(
    ...entries.map(({ start, link }) => {
      const item = make("li", "", `depth-${Math.min(deep.get(start) ?? 1, 4)}`);
      item.append(link);
      return item;
    }),
  );
  markCurrent();
}

/** @param {string} id @param {string} text @param {number} start @param {number} end */
function entry(id, text, start, end) {
  const link = make("a", text);
  link.href = documentAddress(id, start, end);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const heading = lineAt(start);
    if (!heading) return;
    event.preventDefault(); // it is on the page already
    note({ tu: start, den: end, so_sanh: null });
    if (NARROW.matches) /** @type {HTMLDetailsElement} */ (element("document-outline")).open = false;
    reach(heading, "start");
    const title = /** @type {HTMLElement} */ (heading.firstElementChild);
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  });
  return link;
}

/** The line of the text that begins at or holds a place. @param {number} start */
export function lineAt(start) {
  const lines = /** @type {HTMLElement[]} */ ([...element("document-text").querySelectorAll(".line")]);
  return lines.find((line) => Number(line.dataset.end) > start || Number(line.dataset.start) >= start) ?? null;
}

/** Twice: what was out of sight is laid out by the first time, and may then be of another height. @param {Element} line @param {ScrollLogicalPosition} block */
export function reach(line, block) {
  line.scrollIntoView({ block, behavior: "instant" });
  requestAnimationFrame(() => line.scrollIntoView({ block, behavior: "instant" }));
}

/** The line that stands where one reads. */
export function lineRead() {
  const { left, width } = element("document-text").getBoundingClientRect();
  for (const near of [READING_LINE, READING_LINE + 12]) {
    const line = document.elementsFromPoint(left + width / 3, near).find((one) => one.closest("#document-text .line"));
    if (line) return line.closest(".line");
  }
  return null;
}

/** The heading over the line that stands where one reads; the browser is asked at one point only, for long documents. */
function markCurrent() {
  looking = 0;
  const { top, height } = element("document-text").getBoundingClientRect();
  const line = lineRead();
  if (!height || (!line && top <= READING_LINE)) return; // between two lines: as before
  if (line) tellReading(line);
  const start = Number(line?.getAttribute("data-start") ?? 0);
  const current = entries.filter((one) => one.start <= start).at(-1);
  for (const { link } of entries) {
    if (link === current?.link) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
  follow(current?.link);
}

/** Keep the current entry in sight of the outline, without moving the page. @param {HTMLElement} [link] */
function follow(link) {
  const list = element("document-outline");
  if (!link || list.matches(":hover")) return;
  const [mine, frame] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
  if (mine.top < frame.top + 48 || mine.bottom > frame.bottom) list.scrollTop += mine.top - frame.top - frame.height / 2;
}
