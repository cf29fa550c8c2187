// @ts-check
// An answer and its citations to be put into a letter or report: as plain text, and as a document that a word processor takes with its table.

import { date, make, name } from "./dom.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Citation} Citation */
/** @typedef {import("./statements.js").Table} Table */

/** Which document and where in it: as the server writes references, else in one line. @param {Citation} citation */
function whereText({ document, heading, page, reference }) {
  if (reference) return reference;
  const issued = document.issued_on ? words.issuedOn(date(document.issued_on)) : "";
  return [name(document), document.issuer, issued, heading.join(" › "), page ? words.page(page) : ""].filter(Boolean).join("; ");
}

/** @param {Citation} citation */
export const quoteText = (citation) => `“${citation.quote}”\n(${whereText(citation)})`;

/** @param {Citation} citation */
export const quoteHtml = (citation) => markup(lines(`“${citation.quote}”`), lines(`(${whereText(citation)})`));

/** @param {string} question @param {string} answer @param {Table | null} table @param {Citation[]} citations those the answer stands on */
export function answerText(question, answer, table, citations) {
  const sources = citations.map((citation) => `[${citation.n}] ${quoteText(citation)}`);
  return [question, answer, table ? tableText(table) : "", ...sources].filter(Boolean).join("\n\n");
}

/** The same. @param {string} question @param {string} answer @param {Table | null} table @param {Citation[]} citations */
export function answerHtml(question, answer, table, citations) {
  const asked = make("p");
  asked.append(make("strong", question));
  const sources = citations.map((citation) => lines(`[${citation.n}] ${quoteText(citation)}`));
  return markup(asked, ...(answer ? [lines(answer)] : []), ...(table ? [tableOf(table)] : []), ...sources);
}

/** A row of a table without what would begin another cell. @param {string[]} cells */
const row = (cells) => cells.map((cell) => cell.replace(/\s+/g, " ")).join("\t");

/** @param {Table["rows"][number]} row */
const cited = ({ cells, citations }) => [...cells.slice(0, -1), [cells[cells.length - 1], ...citations.map((n) => `[${n}]`)].join(" ")];

/** @param {Table} table */
function tableText({ columns, rows }) {
  if (!columns.length) return rows.map((one, n) => `${n + 1}. ${cited(one).join(" ")}`).join("\n");
  return [columns, ...rows.map(cited)].map(row).join("\n");
}

/** @param {Table} table */
function tableOf({ columns, rows }) {
  if (!columns.length) {
    const list = make("ol");
    list.append(...rows.map((one) => make("li", cited(one).join(" "))));
    return list;
  }
  const table = make("table");
  table.setAttribute("border", "1"); // no style is taken over by every program, this is
  const [head, body] = [make("thead"), make("tbody")];
  head.append(cellsOf("th", columns));
  body.append(...rows.map((one) => cellsOf("td", cited(one))));
  table.append(head, body);
  return table;
}

/** @param {"th" | "td"} tag @param {string[]} texts */
function cellsOf(tag, texts) {
  const made = make("tr");
  made.append(...texts.map((text) => make(tag, text)));
  return made;
}

/** A paragraph with the line breaks of a text. @param {string} text */
function lines(text) {
  const made = make("p");
  made.append(...text.split("\n").flatMap((line, n) => (n ? [document.createElement("br"), line] : [line])));
  return made;
}

/** @param {HTMLElement[]} parts */
const markup = (...parts) => parts.map((one) => new XMLSerializer().serializeToString(one).replace(' xmlns="http://www.w3.org/1999/xhtml"', "")).join("\n");
