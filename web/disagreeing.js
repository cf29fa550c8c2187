// @ts-check
// Where documents say other things: each statement with its document and date, side by side, under the reason.

import { chipOf } from "./citations.js";
import { clipped, date, element, make, place } from "./dom.js";
import { restOf, statementsOf } from "./statements.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Citation} Citation */
/** @typedef {import("./citations.js").Open} Open */

/** @typedef {{said: string, numbers: number[]}} Side */

/** Whether documents say other things. @param {any} answer */
export const disagrees = ({ kind, conflicts, status }) => status === "answered" && (kind === "conflict" || Boolean(conflicts?.length));

/** Why they do, as the answer says it. @param {any} answer @returns {string} */
const reasonOf = ({ answer, conflicts }) => conflicts?.[0]?.reason ?? restOf(answer);

/** What an answer says beside its sides and the reason. @param {any} answer */
export const besideSides = (answer) => restOf(answer.answer).replace(reasonOf(answer), "").trim();

const AT_A_GLANCE = 80; // letters of a statement that are read as one
const LONGEST_TITLE = 90; // letters of a document without a number

/**
 * Show the sides of an answer whose documents disagree.
 * @param {any} answer @param {Open} open @param {(target: HTMLElement, text: string) => void} write puts the words of a statement into a side
 * @returns {boolean} whether they say all that the answer does
 */
export function showSides(answer, open, write) {
  const holder = element("answer-sides");
  const reason = disagrees(answer) ? reasonOf(answer) : "";
  const firsts = reason ? sidesOf(answer).map(({ numbers }) => answer.citations.find((/** @type {Citation} */ one) => numbers.includes(one.n))) : [];
  const sides = reason ? sidesOf(answer).map((side) => sideOf(side, answer.citations, apart(firsts), open, write)) : [];
  holder.hidden = sides.length < 2 || sides.includes(null);
  holder.replaceChildren();
  if (holder.hidden) return false;
  const both = make("ol", "", "plain answer-sides");
  both.setAttribute("aria-label", words.sides);
  both.append(.../** @type {HTMLElement[]} */ (sides));
  holder.append(make("p", reason, "reason"), both);
  return true;
}

/** The rows of its table, a document and what it says; else its statements. @param {any} answer @returns {Side[]} */
function sidesOf({ answer, table }) {
  if (!table) return statementsOf(answer).map(({ words: said, numbers }) => ({ said, numbers }));
  const rows = /** @type {import("./statements.js").Table["rows"]} */ (table.rows);
  return rows.every(({ cells }) => cells.length === 2) ? rows.map(({ cells, citations }) => ({ said: cells[1], numbers: citations })) : [];
}

/** @typedef {(citation: Citation) => string} Apart what tells a side from one that is called alike */

/** @param {(Citation | undefined)[]} all @returns {Apart} */
function apart(all) {
  const called = (/** @type {Citation} */ one) => one.document.symbol ?? one.document.title;
  return (citation) => {
    const alike = all.filter((one) => one && one !== citation && called(one) === called(citation));
    if (!alike.length) return "";
    return alike.some((one) => one?.document.id === citation.document.id) ? place(citation) : citation.document.file_name;
  };
}

/** @param {Side} side @param {Citation[]} citations @param {Apart} told @param {Open} open @param {(target: HTMLElement, text: string) => void} write */
function sideOf({ said, numbers }, citations, told, open, write) {
  const cited = citations.filter(({ n }) => numbers.includes(n));
  const [first] = cited;
  if (!first) return null;
  const { document } = first;
  const [item, head, text] = [make("li"), make("p", "", "side-head"), make("p", "", said.length > AT_A_GLANCE ? "side-said" : "side-said short")];
  const facts = [document.issuer, date(document.issued_on) || words.undated, told(first)].filter(Boolean).join(" · ");
  head.append(make("strong", document.symbol ?? clipped(document.title, LONGEST_TITLE)), make("span", facts, "soft small"));
  write(text, withoutName(said, document.symbol));
  text.append(...cited.map((one) => chipOf(one, open)));
  item.append(head, text);
  return item;
}

/** The document is named over the words. @param {string} said @param {string | null} symbol */
function withoutName(said, symbol) {
  const named = /^([^:]{1,80}):\s+/.exec(said);
  return named && symbol && named[1].includes(symbol) ? said.slice(named[0].length) : said;
}
