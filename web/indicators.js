// @ts-check
// Targets by indicator: from the centre to the commune, a chart of what is aimed at against what was reached for each place, then the facts.

import { api } from "./api.js";
import { chart, isDrawn, unitOf } from "./chart.js";
import { count, element, make } from "./dom.js";
import { capital } from "./filters.js";
import { figure, headsOf, period, placeLink, rowOf } from "./ledger_rows.js";
import { words } from "./words.js";

/** @typedef {import("./ledger_rows.js").Fact} Fact */
/** @typedef {{level: number | null, place: string, facts: string[]}} Place */
/** @typedef {{indicator: string, total: number, facts: Fact[], places: Place[], conflicts: {reason: string, facts: string[]}[]}} Group */
/** A place with its facts. @typedef {{name: string, known: boolean, facts: Fact[]}} Held */

let names = 0;

/** @type {import("./ledger.js").Way} */
export const groupsWay = {
  holder: "ledger-groups",
  page: 20,
  fetch: async (_, values, limit, offset) => {
    const { total, groups } = await api.factGroups({ ...values, limit, offset });
    return { total, items: groups };
  },
  clear: () => element("ledger-group-list").replaceChildren(),
  add: (groups) => {
    const made = groups.map(group);
    element("ledger-group-list").append(...made);
    return made[0]?.querySelector("a");
  },
  counted: (total, facts) => words.groupsShown(count(total), count(facts)),
};

/** @param {Group} found */
function group({ indicator, total, facts, places, conflicts }) {
  const item = make("li", "", "indicator");
  const held = places.map((place) => heldBy(place, facts));
  const title = make("h2", capital(indicator) || words.noIndicator);
  title.id = `indicator-${++names}`;
  const table = make("table", "", facts.length > 1 ? "facts target" : "facts target alone");
  table.setAttribute("role", "table");
  table.setAttribute("aria-labelledby", title.id);
  table.append(heads(), ...held.map((place) => rowsOf(place, held.length > 1 || place.known)));
  item.append(title, ...pathLines(held), ...charts(held), ...conflicts.map(({ reason, facts: ids }) => warning(reason, ids, facts)), table);
  if (total > facts.length) item.append(make("p", words.groupCut(count(facts.length), count(total)), "soft small"));
  return item;
}

/** @param {Place} place @param {Fact[]} facts @returns {Held} */
function heldBy({ level, place, facts: ids }, facts) {
  const named = place.split(" ").map(capital).join(" ");
  return { name: words.placeName(words.levels[level ?? -1], named), known: level !== null, facts: facts.filter(({ id }) => ids.includes(id)).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)) };
}

function heads() {
  const head = make("thead");
  head.setAttribute("role", "rowgroup");
  const line = make("tr");
  line.setAttribute("role", "row");
  line.append(...headsOf("target", false));
  head.append(line);
  return head;
}

/** @param {Held} place @param {boolean} named whether the place stands over them */
function rowsOf({ name, facts }, named) {
  const body = make("tbody");
  body.setAttribute("role", "rowgroup");
  if (named) {
    const [line, cell] = [make("tr", "", "place"), make("th", name)];
    line.setAttribute("role", "row");
    cell.setAttribute("role", "rowheader");
    cell.scope = "rowgroup";
    cell.colSpan = headsOf("target", false).length;
    line.append(cell);
    body.append(line);
  }
  body.append(...facts.map((fact) => rowOf("target", fact)));
  return body;
}

/** What each place aims at in the same year, from the widest to the narrowest. @param {Held[]} held */
function pathLines(held) {
  /** @type {Map<string, Map<string, Fact>>} */
  const years = new Map();
  for (const { name, known, facts } of held) {
    for (const fact of facts) {
      if (!known || fact.status !== "target" || fact.year === null || fact.value === null) continue;
      const steps = years.get(period(fact.year)) ?? new Map();
      if (!steps.has(name)) steps.set(name, fact);
      years.set(period(fact.year), steps);
    }
  }
  return [...years].filter(([, steps]) => steps.size > 1).map(([year, steps]) => {
    const line = make("p", `${words.inYear(year)} `, "path-line");
    [...steps].forEach(([name, fact], n) => line.append(n ? " → " : "", `${name} `, placeLink(fact, figure(fact))));
    return line;
  });
}

/** @param {Held[]} held */
function charts(held) {
  const drawn = held.filter(({ facts }) => isDrawn(facts));
  if (!drawn.length) return [];
  const row = make("div", "", "charts");
  for (const { name, facts } of drawn) {
    const one = make("figure");
    const caption = [held.length > 1 ? name : "", unitOf(facts)].filter(Boolean).join(", ");
    one.tabIndex = 0; // on a telephone it moves sideways
    one.append(chart(facts), make("figcaption", caption, "soft small"));
    row.append(one);
  }
  return [row];
}

/** Figures that cannot both be right, said where they stand. @param {string} reason @param {string[]} ids @param {Fact[]} facts */
function warning(reason, ids, facts) {
  const line = make("p", "", "note warn");
  line.append(`${capital(reason)}: `);
  facts.filter(({ id }) => ids.includes(id)).forEach((fact, n) => line.append(n ? " – " : "", placeLink(fact, figure(fact)), ` (${fact.document.symbol ?? capital(fact.document.title)})`));
  return line;
}
