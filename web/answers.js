// @ts-check
// Drawing what was found: the answer with its chips, its citations, the hits.

import { copy, make, name, part, place, showSegments } from "./dom.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Citation} Citation */
/** @typedef {(citation: Citation) => void} Open */

/** A numbered chip that opens its citation. @param {HTMLButtonElement} chip @param {Citation} citation @param {Open} open */
function prepareChip(chip, citation, open) {
  chip.type = "button";
  chip.textContent = String(citation.n);
  chip.setAttribute("aria-label", words.openCitation(citation.n, name(citation.document)));
  chip.addEventListener("click", () => open(citation));
  return chip;
}

/** Document and place of a citation, in a line. @param {Citation} citation */
const where = (citation) =>
  [name(citation.document), place(citation), citation.document.sample ? words.sample : ""].filter(Boolean).join(" › ");

/** @param {Citation} citation @param {Open} open */
export function citationItem(citation, open) {
  const item = copy("citation-template");
  prepareChip(/** @type {HTMLButtonElement} */ (part(item, ".chip")), citation, open);
  part(item, ".where").textContent = where(citation);
  showSegments(part(item, "blockquote"), citation.segments);
  return item;
}

/** @param {Citation} hit @param {Open} open */
export function hitItem(hit, open) {
  const item = copy("hit-template");
  part(item, ".where").textContent = where(hit);
  showSegments(part(item, "blockquote"), hit.segments);
  const button = part(item, ".open");
  button.setAttribute("aria-label", `${button.textContent}: ${name(hit.document)}`);
  button.addEventListener("click", () => open(hit));
  return item;
}

/** The answer's words, with chips where it cites. @param {HTMLElement} target @param {string} answer @param {Citation[]} citations @param {Open} open */
export function showAnswer(target, answer, citations, open) {
  const pieces = answer.split(/(\[\d+\])/).map((piece) => {
    const cited = /^\[(\d+)\]$/.exec(piece);
    const citation = cited && citations.find((one) => one.n === Number(cited[1]));
    return citation ? prepareChip(make("button", "", "chip"), citation, open) : document.createTextNode(piece);
  });
  target.replaceChildren(...pieces);
}
