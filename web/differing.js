// @ts-check
// Where documents say other things about the same: both facts side by side, with the reason.

import { api } from "./api.js";
import { count, documentAddress, element, make, showSegments } from "./dom.js";
import { capital } from "./filters.js";
import { bodies, checkButton, figure, period, sourceCell } from "./ledger_rows.js";
import { words } from "./words.js";

/** @typedef {import("./ledger_rows.js").Fact} Fact */

/** @type {import("./ledger.js").Way} */
export const differingWay = {
  holder: "differing",
  page: 20,
  fetch: async (kind, values, limit, offset) => {
    const found = await api.conflicts({ ...values, kind, limit, offset });
    return { total: found.total, items: found.conflicts, found: { reasons: found.reasons } };
  },
  clear: () => element("differing").replaceChildren(),
  add: (found) => {
    const made = found.map(conflict);
    element("differing").append(...made);
    return made[0]?.querySelector("a");
  },
  counted: (total) => words.differingShown(count(total)),
  none: words.noDiffering,
};

/** @param {{about: string, reason: string, facts: Fact[]}} found */
function conflict({ about, reason, facts }) {
  const item = make("li");
  const sides = make("div", "", "sides");
  sides.append(...facts.map(side));
  item.append(make("h2", capital(about)), make("p", reason, "tag reason"), sides);
  return item;
}

/** @param {Fact} fact */
function side(fact) {
  const made = make("div", "", "side-by-side");
  made.dataset.fact = fact.id;
  const [source, said, quote, open] = [make("p"), make("div", "", "said"), make("blockquote"), make("a", words.openThere)];
  source.append(...sourceCell(fact));
  if (fact.kind === "target") said.append(make("strong", figure(fact)), ` ${[fact.base && words.shareOf(fact.base), period(fact.year), words.statuses[fact.status]].filter(Boolean).join(" · ")}`);
  else said.append(`${words.ledgerColumns.chu_tri}: `, ...bodies(fact.lead, fact.lead_canonical));
  showSegments(quote, fact.segments);
  open.href = documentAddress(fact.document.id, fact.start, fact.end);
  const acts = make("p", "", "row acts");
  acts.append(open, checkButton(fact));
  made.append(source, said, quote, acts);
  return made;
}
