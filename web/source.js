// @ts-check
// A source beside the answer: the document opened at the cited place, with what stands around it, its outline, and the way to the next citation.

import { api } from "./api.js";
import { date, documentAddress, element, make, name, showSegments } from "./dom.js";
import { withFigures } from "./figures.js";
import { copyText } from "./page.js";
import { quoteHtml, quoteText } from "./quoting.js";
import { showOutline } from "./source_outline.js";
import { makeTrouble } from "./trouble.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Segment} Segment */
/** @typedef {import("./dom.js").Citation} Citation */
/** @typedef {import("./asked.js").Place} Place */
/** @typedef {{kind: string, start: number, end: number, page: number | null, segments: Segment[]}} Paragraph */
/** What the source pages through: the citations of an answer, or the hits. @typedef {{called: string, items: Citation[]}} Series */

const LINES = 12; // before and after the place
const MORE_LINES = 40;
const ALL_LINES = 20000; // as many as the server gives

const panel = element("source");
const text = element("source-text");
const trouble = makeTrouble("source-trouble");
/** @type {{place: Place, series: Series, at: number, before: number, after: number} | null} */
let shown = null;
let openings = 0;
/** @type {{close: () => void, turn: (citation: Citation) => void}} */
let acts = { close() {}, turn() {} };

/** @param {typeof acts} given what to do when it is closed, and when another citation is wanted */
export function startSource(given) {
  acts = given;
  element("close-source").addEventListener("click", () => acts.close());
  element("source-previous").addEventListener("click", () => turn(-1));
  element("source-next").addEventListener("click", () => turn(1));
  element("source-before").addEventListener("click", () => void showMore({ before: MORE_LINES }));
  element("source-after").addEventListener("click", () => void showMore({ after: MORE_LINES }));
  element("source-back").addEventListener("click", () => {
    element("source-outline").removeAttribute("open");
    showPlace();
  });
  panel.addEventListener("keydown", useKey);
  addEventListener("keydown", (event) => event.key === "Escape" && !event.defaultPrevented && !panel.hidden && acts.close());
}

/** @param {Place} place @param {Series} series @param {boolean} takeFocus */
export async function openSource(place, series, takeFocus) {
  const mine = ++openings;
  const at = series.items.findIndex((one) => one.document.id === place.id && one.start === place.start && one.end === place.end);
  if (shown?.place.id !== place.id) text.replaceChildren();
  shown = { place, series, at, before: LINES, after: LINES };
  showFrame(series, at);
  try {
    const [view, document] = await Promise.all([api.view(place.id, place.start, place.end), api.document(place.id)]);
    if (openings !== mine) return;
    trouble.clear();
    showFacts(document);
    showView(view);
    showOutline(document.outline, place, (heading) => void showHeading(heading));
    showPlace();
    if (takeFocus) panel.focus({ preventScroll: true });
  } catch (error) {
    if (openings === mine) trouble.show(error, () => void openSource(place, series, takeFocus));
  } finally {
    if (openings === mine) panel.removeAttribute("aria-busy");
  }
}

/** On to something else: a source that is still coming stays away. */
export function hideSource() {
  openings += 1;
  shown = null;
  trouble.clear();
  panel.hidden = true;
  document.body.classList.remove("with-source");
}

export const sourceIsOpen = () => !panel.hidden;

/** What is known before the document has come. @param {Series} series @param {number} at */
function showFrame(series, at) {
  const known = series.items[at];
  const paged = series.items.length > 1 && at >= 0;
  for (const id of ["source-previous", "source-next", "source-keys"]) element(id).hidden = !paged;
  element("source-count").textContent = at >= 0 ? words.turned(series.called, at + 1, series.items.length) : words.source;
  const copier = element("copy-source");
  copier.hidden = !known;
  copier.onclick = () => known && void copyText(quoteText(known), quoteHtml(known));
  if (known) element("source-title").textContent = name(known.document);
  else if (panel.hidden) element("source-title").textContent = words.opening;
  panel.setAttribute("aria-busy", "true");
  panel.hidden = false;
  document.body.classList.add("with-source");
}

/** @param {any} document */
function showFacts(document) {
  const { doc_type: type, issuer, issued_on: issued, signer } = document;
  const all = [type && type[0].toUpperCase() + type.slice(1), issuer, date(issued), signer && words.signedBy(signer), document.sample && words.sample];
  element("source-title").textContent = name(document);
  element("source-facts").textContent = all.filter(Boolean).join(" · ");
  /** @type {HTMLAnchorElement} */ (element("source-file")).href = api.original(document.id);
}

/** @param {any} view */
function showView(view) {
  if (!shown) return;
  const { id, start, end } = shown.place;
  const known = shown.series.items[shown.at];
  /** @type {HTMLAnchorElement} */ (element("source-whole")).href = documentAddress(id, start, end);
  element("source-before").hidden = !view.more_before;
  element("source-after").hidden = !view.more_after;
  showParagraphs(text, known ? withFigures(view.paragraphs, known.segments) : view.paragraphs);
}

/** Back to the cited words. */
function showPlace() {
  text.querySelector("mark")?.scrollIntoView({ block: "center", behavior: "instant" });
}

/** More lines of the document; what is read stays where it is. @param {{before?: number, after?: number}} lines */
async function showMore({ before = 0, after = 0 }) {
  if (!shown) return;
  const mine = openings;
  const wanted = { before: Math.min(shown.before + before, ALL_LINES), after: Math.min(shown.after + after, ALL_LINES) };
  try {
    const { id, start, end } = shown.place;
    const view = await api.view(id, start, end, wanted);
    if (openings !== mine || !shown) return;
    Object.assign(shown, wanted);
    const from = text.querySelector("mark")?.getBoundingClientRect().top ?? 0;
    showView(view);
    panel.scrollTop += (text.querySelector("mark")?.getBoundingClientRect().top ?? from) - from;
    if (document.activeElement === document.body) panel.focus({ preventScroll: true }); // the button has gone
  } catch (error) {
    trouble.show(error, () => void showMore({ before, after }));
  }
}

/** A title of the outline, with the rest of the document around it. @param {{start: number}} heading */
async function showHeading({ start }) {
  const line = () => text.querySelector(`[data-start="${start}"]`);
  if (!line()) await showMore({ before: ALL_LINES, after: ALL_LINES });
  line()?.scrollIntoView({ block: "center", behavior: "instant" });
}

/** @param {number} step */
function turn(step) {
  const items = shown?.series.items ?? [];
  if (!shown || shown.at < 0 || items.length < 2) return;
  acts.turn(items[(shown.at + step + items.length) % items.length]);
}

/** @param {KeyboardEvent} event */
function useKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const step = ["j", "J", "ArrowRight"].includes(event.key) ? 1 : ["k", "K", "ArrowLeft"].includes(event.key) ? -1 : 0;
  if (!step) return;
  event.preventDefault();
  turn(step);
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
