// @ts-check
// Where documents say other things: each statement with its document and date, side by side, under the reason.

import { chipOf } from "./citations.js";
import { date, element, make } from "./dom.js";
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

/**
 * Show the sides of an answer whose documents disagree.
 * @param {any} answer @param {Open} open @param {(target: HTMLElement, text: string) => void} write puts the words of a statement into a side
 * @returns {boolean} whether they say all that the answer does
 */
export function showSides(answer, open, write) {
  const holder = element("answer-sides");
  const reason = disagrees(answer) ? reasonOf(answer) : "";
  const sides = reason ? sidesOf(answer).map((side) => sideOf(side, answer.citations, open, write)) : [];
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

/** @param {Side} side @param {Citation[]} citations @param {Open} open @param {(target: HTMLElement, text: string) => void} write */
function sideOf({ said, numbers }, citations, open, write) {
  const cited = citations.filter(({ n }) => numbers.includes(n));
  const [first] = cited;
  if (!first) return null;
  const { document } = first;
  const [item, head, text] = [make("li"), make("p", "", "side-head"), make("p", "", "side-said")];
  head.append(make("strong", document.symbol ?? document.title), make("span", [document.issuer, date(document.issued_on)].filter(Boolean).join(" · ") || words.undated, "soft small"));
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
