// @ts-check
// Targets drawn together by indicator: a chart of what is aimed at against what was reached over the years, then the facts.

import { chart } from "./chart.js";
import { element, folded, make } from "./dom.js";
import { capital } from "./filters.js";
import { rowOf } from "./ledger_rows.js";
import { words } from "./words.js";

/** @typedef {import("./ledger_rows.js").Fact} Fact */

/** @param {Fact[]} facts */
export function showGroups(facts) {
  /** @type {Map<string, Fact[]>} */
  const groups = new Map();
  for (const fact of facts) {
    const key = fact.group ?? folded(fact.indicator);
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  const ordered = [...groups.values()].sort((a, b) => b.length - a.length);
  element("ledger-groups").replaceChildren(...ordered.map(group));
}

/** @param {Fact[]} facts of one indicator */
function group(facts) {
  const item = make("li", "", "indicator");
  const head = make("div", "", "indicator-head");
  head.append(make("h2", capital(facts[0].indicator)));
  const drawing = chart(facts);
  if (drawing) head.append(drawing);
  const table = make("table", "", "facts target");
  table.setAttribute("aria-label", words.factsOf(facts[0].indicator));
  const body = make("tbody");
  body.append(...facts.map((fact) => rowOf("target", fact)));
  table.append(body);
  item.append(head, table);
  return item;
}
