// @ts-check
// Citations: the numbered chips that lead to them, and each with its document, its place and its words.

import { copy, documentAddress, facts, make, name, part, showSegments } from "./dom.js";
import { copyText } from "./page.js";
import { hidePeek, offerPeek } from "./peek.js";
import { quoteHtml, quoteText } from "./quoting.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Citation} Citation */
/** @typedef {(citation: Citation) => void} Open */

/** A numbered chip that opens its citation. @param {HTMLButtonElement} chip @param {Citation} citation @param {Open} open */
function prepareChip(chip, citation, open) {
  chip.type = "button";
  chip.textContent = String(citation.n);
  chip.setAttribute("aria-label", words.openCitation(citation.n, name(citation.document)));
  chip.addEventListener("click", () => {
    hidePeek();
    open(citation);
  });
  return chip;
}

/** A chip among words: it shows its quotation, too. @param {Citation} citation @param {Open} open */
export function chipOf(citation, open) {
  const chip = prepareChip(make("button", "", "chip"), citation, open);
  offerPeek(chip, citation, where(citation));
  return chip;
}

/** Where a citation stands in its document: titles and page. @param {Citation} citation */
const path = (citation) => [...citation.heading, citation.page ? words.page(citation.page) : ""].filter(Boolean).join(" › ");

/** Which document, and where in it, in one line. @param {Citation} citation */
const where = (citation) => [name(citation.document), path(citation)].filter(Boolean).join(" › ");

/** What citations and hits have in common. @param {HTMLElement} item @param {Citation} citation @param {Open} open */
export function fillQuote(item, citation, open) {
  const link = /** @type {HTMLAnchorElement} */ (part(item, ".document"));
  link.textContent = name(citation.document);
  link.href = documentAddress(citation.document.id, citation.start, citation.end);
  part(item, ".facts").textContent = facts(citation.document);
  part(item, ".path").textContent = path(citation);
  showSegments(part(item, "blockquote"), citation.segments);
  const opener = part(item, ".open");
  opener.setAttribute("aria-label", `${opener.textContent}: ${name(citation.document)}`);
  opener.addEventListener("click", () => open(citation));
  const copier = part(item, ".copy");
  copier.setAttribute("aria-label", `${copier.textContent}: ${name(citation.document)}`);
  copier.addEventListener("click", () => void copyText(quoteText(citation), quoteHtml(citation)));
  return item;
}

/** @param {Citation} citation @param {Open} open */
export function citationItem(citation, open) {
  const item = copy("citation-template");
  prepareChip(/** @type {HTMLButtonElement} */ (part(item, ".chip")), citation, open);
  return fillQuote(item, citation, open);
}
