// @ts-check
// An answer and its citations as plain text, to be put into a letter or report.

import { date, name } from "./dom.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Citation} Citation */

/** Which document and where in it, in one line. @param {Citation} citation */
function whereText({ document, heading, page }) {
  const issued = document.issued_on ? words.issuedOn(date(document.issued_on)) : "";
  return [name(document), document.issuer, issued, heading.join(" › "), page ? words.page(page) : ""].filter(Boolean).join("; ");
}

/** @param {Citation} citation */
export const quoteText = (citation) => `“${citation.quote}”\n(${whereText(citation)})`;

/** @param {string} question @param {string} answer @param {Citation[]} citations those the answer stands on */
export function answerText(question, answer, citations) {
  const sources = citations.map((citation) => `[${citation.n}] ${quoteText(citation)}`);
  return [question, answer, ...sources].join("\n\n");
}
