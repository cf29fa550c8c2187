// @ts-check
// An answer to be looked at: a numbered list, or a table, with chips for what proves each row. Long ones are folded; on paper they are whole.

import { chipOf } from "./citations.js";
import { count, element, make } from "./dom.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Citation} Citation */
/** @typedef {import("./citations.js").Open} Open */
/** @typedef {import("./statements.js").Table} Table */

const FOLDED_FROM = 8; // rows that are shown at first

/** @param {Table | null} table @param {Citation[]} citations @param {Open} open */
export function showTable(table, citations, open) {
  const holder = element("answer-table");
  holder.hidden = !table?.rows.length;
  holder.replaceChildren();
  if (!table?.rows.length) return;
  const chips = (/** @type {number[]} */ numbers) => numbers.flatMap((n) => citations.filter((one) => one.n === n)).map((one) => chipOf(one, open));
  const made = table.columns.length ? tableOf(table, chips) : listOf(table, chips);
  holder.append(made, ...foldOf(made, table));
}

/** @typedef {(numbers: number[]) => HTMLElement[]} Chips */

/** @param {Table} table @param {Chips} chips */
function listOf({ rows }, chips) {
  const list = make("ol", "", "answer-list");
  list.setAttribute("aria-label", words.answerList);
  list.append(...rows.map(({ cells, citations }, n) => {
    const [item, said] = [make("li", "", beyond(n)), make("span", cells.join(" "))];
    said.append(...chips(citations));
    item.append(said);
    return item;
  }));
  return list;
}

/** @param {Table} table @param {Chips} chips */
function tableOf({ columns, rows }, chips) {
  const frame = make("div", "", "answer-frame");
  frame.tabIndex = 0; // it can be moved sideways by keys
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", words.answerTable);
  const [table, head, body, titles] = [make("table", "", "answer-cells"), make("thead"), make("tbody"), make("tr")];
  table.setAttribute("aria-label", words.answerTable);
  titles.append(...columns.map((column) => (column ? heading(column, "col") : make("td"))));
  head.append(titles);
  body.append(...rows.map(({ cells, citations }, n) => {
    const row = make("tr", "", beyond(n));
    row.append(...cells.map((cell, at) => (at === 0 ? heading(cell, "row") : cellOf(cell))));
    row.lastElementChild?.append(...chips(citations));
    return row;
  }));
  table.append(head, body);
  frame.append(table);
  return frame;
}

/** @param {number} n */
const beyond = (n) => (n >= FOLDED_FROM ? "beyond" : "");

/** @param {string} text @param {"col" | "row"} scope */
function heading(text, scope) {
  const made = make("th", text);
  made.scope = scope;
  return made;
}

/** Whether a target was met is said by its own sign. @param {string} text */
function cellOf(text) {
  const cell = make("td");
  const outcome = words.outcomes[text.toLowerCase()];
  cell.append(outcome ? make("span", text, `tag ${outcome}`) : text);
  return cell;
}

/** What shows the rest of a long one. @param {HTMLElement} made @param {Table} table */
function foldOf(made, { rows }) {
  if (rows.length <= FOLDED_FROM) return [];
  made.classList.add("folded");
  const button = make("button", words.wholeList(count(rows.length)), "quiet unfold");
  button.type = "button";
  button.addEventListener("click", () => {
    made.classList.remove("folded");
    button.remove();
    const first = made.querySelector(".beyond");
    if (!(first instanceof HTMLElement)) return;
    first.tabIndex = -1;
    first.focus({ preventScroll: true }); // reading goes on where the button stood
  });
  return [button];
}
