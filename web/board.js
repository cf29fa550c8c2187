// @ts-check
// Who has what until when: bodies down, deadlines across; each number leads to its tasks.

import { api } from "./api.js";
import { count, element, make } from "./dom.js";
import { addressWith } from "./router.js";
import { words } from "./words.js";

const STATES = ["overdue", "soon", "later", "none"];
const MOST = 40; // bodies

let calls = 0;

export const leaveBoard = () => {
  calls += 1;
};

/** Stands over the assignments as long as no single body is chosen. @param {string} kind @param {import("./api.js").Values} values */
export async function showBoard(kind, values) {
  const mine = ++calls;
  const board = element("board");
  if (kind !== "assignment" || values.agency || values.deadline) {
    board.hidden = true;
    return;
  }
  try {
    const found = await Promise.all(STATES.map((state) => api.facts({ ...values, kind, deadline: state, limit: 1 })));
    if (mine !== calls) return;
    draw(found.map(({ facets }) => new Map(facets.agency.map((/** @type {{value: string, count: number}} */ one) => [one.value, one.count]))));
  } catch {
    if (mine === calls) board.hidden = true; // the list says what is wrong
  }
}

/** @param {Map<string, number>[]} byState */
function draw(byState) {
  /** @type {Map<string, number>} */
  const totals = new Map();
  for (const counts of byState) for (const [body, n] of counts) totals.set(body, (totals.get(body) ?? 0) + n);
  const bodies = [...totals.keys()].sort((a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0)).slice(0, MOST);
  element("board").hidden = bodies.length < 2;
  element("board-heads").replaceChildren(headCell(words.ledgerColumns.chu_tri), ...STATES.map((state) => headCell(words.deadlineStates[state])), headCell(words.altogether));
  element("board-rows").replaceChildren(...bodies.map((body) => row(body, byState.map((counts) => counts.get(body) ?? 0), totals.get(body) ?? 0)));
}

/** @param {string} text */
function headCell(text) {
  const th = make("th", text);
  th.scope = "col";
  return th;
}

/** @param {string} body @param {number[]} counts @param {number} total */
function row(body, counts, total) {
  const made = make("tr");
  const name = make("th", "");
  name.scope = "row";
  name.append(link(body, { chu_tri: body, han: null }));
  made.append(name, ...counts.map((n, at) => numberCell(n, STATES[at], body)), make("td", count(total)));
  return made;
}

/** @param {number} n @param {string} state @param {string} body */
function numberCell(n, state, body) {
  const cell = make("td", "", n ? state : "");
  if (n) {
    const to = link(count(n), { chu_tri: body, han: state });
    to.setAttribute("aria-label", words.tasksOf(n, body, words.deadlineStates[state]));
    cell.append(to);
  }
  return cell;
}

/** @param {string} text @param {Record<string, string | null>} changes */
function link(text, changes) {
  const made = make("a", text);
  made.href = addressWith(changes);
  return made;
}
