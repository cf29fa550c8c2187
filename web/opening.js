// @ts-check
// Which source is open stands in the address: opening is a step of the history, closing goes back, the focus returns to where it came from.

import { writePlace } from "./asked.js";
import { element } from "./dom.js";
import { shownHits } from "./hits.js";
import { addressWith, go } from "./router.js";
import { hideSource, openSource, sourceIsOpen, startSource } from "./source.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Citation} Citation */
/** @typedef {import("./asked.js").Place} Place */

/** @type {Element | null} */
let openedFrom = null;

export function startOpening() {
  startSource({ close: closeSource, turn: openAt });
}

/** Open a citation from where the focus is. @param {Citation} citation */
export function open(citation) {
  openedFrom = document.activeElement;
  openAt(citation);
}

/** Opening is a step; turning to another citation takes its place. @param {Citation} citation */
function openAt(citation) {
  const isStep = !sourceIsOpen() || history.state?.opened === true;
  go(addressWith({ mo: writePlace(placeOf(citation)) }), { replace: sourceIsOpen() });
  history.replaceState({ opened: isStep }, "");
}

/** @param {Citation} citation @returns {Place} */
const placeOf = ({ document, start, end }) => ({ id: document.id, start, end });

/** Show the source that the address names, or none. @param {Place | null} place @param {Citation[]} citations */
export function showOpen(place, citations) {
  if (!place) {
    if (sourceIsOpen()) leaveSource();
    return;
  }
  const among = (/** @type {Citation[]} */ items) => items.some((one) => writePlace(placeOf(one)) === writePlace(place));
  const isHit = !among(citations) && among(shownHits);
  const series = isHit ? { called: words.hit, items: shownHits } : { called: words.citation, items: citations };
  const takeFocus = openedFrom !== null && !element("source").contains(document.activeElement);
  void openSource(place, series, takeFocus);
}

/** Closed by the one who reads. */
function closeSource() {
  const isStep = history.state?.opened === true;
  leaveSource();
  if (isStep) history.back();
  else go(addressWith({ mo: null }), { replace: true });
}

/** Hide the source, and put the focus where it was opened from. */
export function leaveSource() {
  const inside = element("source").contains(document.activeElement) || document.activeElement === document.body;
  hideSource();
  const from = openedFrom instanceof HTMLElement && openedFrom.isConnected && openedFrom.checkVisibility() ? openedFrom : element("question");
  if (inside) from.focus({ preventScroll: from === element("question") });
  openedFrom = null;
}
