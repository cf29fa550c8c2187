// @ts-check
// Who has what until when: bodies down, deadlines across; each number leads to its tasks.

import { api } from "./api.js";
import { count, element, make } from "./dom.js";
import { addressWith } from "./router.js";
import { words } from "./words.js";

/** @typedef {{value: string, count: number}} Value */
/** A body with its tasks by state. @typedef {{body: string, counts: number[], total: number}} Line */

const STATES = ["overdue", "soon", "later", "none"];

/** @type {Line[]} */
let lines = []; // all of them, as they were asked for last

/** @type {import("./ledger.js").Way} */
export const boardWay = {
  holder: "board",
  page: 40,
  fetch: async (kind, values, limit, offset) => {
    if (!offset) lines = await linesOf({ ...values, kind });
    return { total: lines.length, items: lines.slice(offset, offset + limit) };
  },
  clear: () => {
    const states = STATES.map((state) => headCell(words.deadlineStates[state]));
    element("board-heads").replaceChildren(headCell(words.ledgerColumns.chu_tri), ...states, headCell(words.altogether));
    element("board-rows").replaceChildren();
  },
  add: (found) => {
    const rows = found.map(row);
    element("board-rows").append(...rows);
    return rows[0]?.querySelector("a");
  },
  counted: (total, facts) => words.bodiesShown(count(total), count(facts)),
};

/** Bodies with most to do first. @param {import("./api.js").Values} values @returns {Promise<Line[]>} */
async function linesOf({ deadline, ...values }) {
  const wanted = STATES.map((state) => !deadline || [deadline].flat().includes(state));
  const found = await Promise.all(STATES.map((state, n) => (wanted[n] ? api.facts({ ...values, deadline: state, limit: 1 }) : null)));
  const chosen = values.agency ? [values.agency].flat() : null;
  /** @type {Map<string, number[]>} */
  const byBody = new Map();
  found.forEach((one, n) => {
    for (const { value, count: many } of /** @type {Value[]} */ (one?.facets.agency ?? [])) {
      if (chosen && !chosen.includes(value)) continue;
      const counts = byBody.get(value) ?? STATES.map(() => 0);
      counts[n] = many;
      byBody.set(value, counts);
    }
  });
  return [...byBody].map(([body, counts]) => ({ body, counts, total: counts.reduce((sum, n) => sum + n, 0) })).sort((a, b) => b.total - a.total);
}

/** @param {string} text */
function headCell(text) {
  const th = make("th", text);
  th.scope = "col";
  return th;
}

/** @param {Line} line */
function row({ body, counts, total }) {
  const made = make("tr");
  const name = make("th", "");
  name.scope = "row";
  name.append(link(body, { chu_tri: body }));
  made.append(name, ...counts.map((n, at) => numberCell(n, STATES[at], body)), make("td", count(total)));
  return made;
}

/** @param {number} n @param {string} state @param {string} body */
function numberCell(n, state, body) {
  const cell = make("td", "", n ? state : "");
  if (n) {
    const to = link(count(n), { chu_tri: body, han: state });
    to.setAttribute("aria-label", words.tasksOf(count(n), body, words.deadlineStates[state]));
    cell.append(to);
  }
  return cell;
}

/** To the list of tasks. @param {string} text @param {Record<string, string>} changes */
function link(text, changes) {
  const made = make("a", text);
  made.href = addressWith({ xem: null, hien: null, ...changes });
  return made;
}
