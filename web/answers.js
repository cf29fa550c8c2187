// @ts-check
// Drawing an answer: its words with numbered chips, the citations that prove it, and the further ones.

import { copy, documentAddress, element, facts, make, name, part, showSegments } from "./dom.js";
import { copyText } from "./page.js";
import { hidePeek, offerPeek } from "./peek.js";
import { answerText, quoteText } from "./quoting.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Citation} Citation */
/** @typedef {(citation: Citation) => void} Open */

const FOLDED_FROM = 3; // further citations: so many are folded

/** A numbered chip that opens its citation and shows its quotation. @param {HTMLButtonElement} chip @param {Citation} citation @param {Open} open */
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
  copier.addEventListener("click", () => void copyText(quoteText(citation)));
  return item;
}

/** @param {Citation} citation @param {Open} open */
function citationItem(citation, open) {
  const item = copy("citation-template");
  prepareChip(/** @type {HTMLButtonElement} */ (part(item, ".chip")), citation, open);
  return fillQuote(item, citation, open);
}

/** @param {any} answer @param {Open} open */
export function showAnswer(answer, open) {
  const answered = answer.status === "answered";
  const [proving, further] = answered ? divide(answer.answer, answer.citations) : [answer.citations, []];
  hidePeek();
  element("answer").classList.toggle("not-found", !answered);
  element("answer-title").textContent = answered ? words.answer : words.notFound;
  element("answer-text").hidden = !answered;
  element("answer-acts").hidden = !answered;
  element("advice").hidden = answered;
  element("kept-unanswered").hidden = !answer.kept;
  element("nearest-title").hidden = answered || proving.length === 0;
  showWords(element("answer-text"), answer.answer ?? "", answer.citations, open);
  element("copy-answer").onclick = () => void copyText(answerText(answer.question, answer.answer, proving));
  const list = element("citations");
  list.setAttribute("aria-label", answered ? words.citations : words.nearest);
  list.replaceChildren(...proving.map((/** @type {Citation} */ one) => citationItem(one, open)));
  showFurther(further, open);
}

/** Those that the words of an answer name, and the others. @param {string} text @param {Citation[]} citations */
function divide(text, citations) {
  const named = citations.filter((citation) => text.includes(`[${citation.n}]`));
  return [named, citations.filter((citation) => !named.includes(citation))];
}

/** @param {Citation[]} citations @param {Open} open */
function showFurther(citations, open) {
  const fold = /** @type {HTMLDetailsElement} */ (element("further"));
  fold.hidden = citations.length === 0;
  fold.open = citations.length < FOLDED_FROM;
  element("further-title").textContent = words.further(citations.length);
  element("further-citations").replaceChildren(...citations.map((one) => citationItem(one, open)));
}

/** The answer's words, with chips where it cites. @param {HTMLElement} target @param {string} text @param {Citation[]} citations @param {Open} open */
function showWords(target, text, citations, open) {
  const pieces = text.split(/(\s*\[\d+\])/).map((piece) => {
    const cited = /^\s*\[(\d+)\]$/.exec(piece);
    const citation = cited && citations.find((one) => one.n === Number(cited[1]));
    if (!citation) return document.createTextNode(piece);
    const chip = prepareChip(make("button", "", "chip"), citation, open);
    offerPeek(chip, citation, where(citation));
    return chip;
  });
  target.replaceChildren(...pieces);
}
