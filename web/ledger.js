// @ts-check
// The ledgers: targets, assignments, decisions. The address is the state; the server filters, counts and sorts.

import { api } from "./api.js";
import { boardWay } from "./board.js";
import { differingWay } from "./differing.js";
import { count, element, make } from "./dom.js";
import { groupsWay } from "./indicators.js";
import { dropped, narrow, showChoices, startChoices, valuesOf } from "./ledger_filters.js";
import { listWay, replaceRows } from "./ledger_rows.js";
import { missingWay } from "./missing.js";
import { relationsFor, showRelations } from "./relations.js";
import { startReviewing } from "./reviewing.js";
import { addressWith, note } from "./router.js";
import { makeTrouble } from "./trouble.js";
import { words } from "./words.js";

/** @typedef {import("./ledger_filters.js").Kind} Kind */
/** @typedef {import("./api.js").Values} Values */
/**
 * A way to look at a ledger. `holder`: the element that shows it; `page`: how much of it comes at a time. `fetch` gives a part, `add` puts it
 * after what is shown and returns where the focus goes on; `counted` says how much there is.
 * @typedef {{holder: string, page: number, fetch: (kind: Kind, values: Values, limit: number, offset: number) => Promise<{total: number, items: any[], found?: any}>,
 *   clear: (kind: Kind) => void, add: (items: any[], kind: Kind) => HTMLElement | null | undefined, counted: (total: number, facts: number, kind: Kind) => string, none?: string}} Way
 */

/** By name in the address; the first one needs none. @type {Record<Kind, Record<string, Way>>} */
const WAYS = {
  target: { danh_sach: listWay, gop: groupsWay, khac: differingWay },
  assignment: { danh_sach: listWay, bang: boardWay, khac: differingWay },
  decision: { danh_sach: listWay, thieu: missingWay },
};
const ALL = [listWay, groupsWay, boardWay, differingWay, missingWay];
const MOST = 500; // rows that come back when one returns to a list
const TYPING = 150; // milliseconds of silence after which what was typed is looked for
const LOOK_AGAIN = 3000; // while facts are still being taken out

const trouble = makeTrouble("ledger-trouble");

/** @type {Kind} */
let kind = "target";
let started = false;
let loads = 0;
let typing = 0;
let again = 0;
let shown = ""; // kind and way that are drawn
let drawn = 0; // how much of it
let back = 0; // where one was before one followed a link

/** @param {Kind} which @returns {import("./router.js").Acts} */
export const viewOf = (which) => ({
  show: (_, query) => {
    if (!started) start();
    if (!shown) back = history.state?.top ?? 0;
    kind = which;
    document.title = words.ledgerTitles[kind];
    element("ledger-title").textContent = words.ledgers[kind];
    const text = /** @type {HTMLInputElement} */ (element("ledger-text"));
    if (text.value.trim() !== (query.get("tim") ?? "").trim()) text.value = query.get("tim") ?? "";
    if (shown !== kind + wayName()) wait();
    showWays();
    void load();
  },
  leave: () => {
    loads += 1;
    shown = "";
    clearTimeout(again);
    clearTimeout(typing);
    trouble.clear();
  },
});

function start() {
  started = true;
  startChoices();
  startReviewing(replaceRows);
  const text = /** @type {HTMLInputElement} */ (element("ledger-text"));
  text.addEventListener("input", () => {
    note({ tim: text.value.trim() ? text.value : null, hien: null });
    clearTimeout(typing);
    typing = window.setTimeout(load, TYPING);
  });
  element("ledger-filters").addEventListener("submit", (event) => event.preventDefault());
  element("ledger-more").addEventListener("click", () => void more());
  element("ledger-clear").addEventListener("click", () => {
    narrow(dropped());
    text.focus();
  });
}

/** How the address wants the ledger looked at. */
function wayName() {
  const wanted = new URLSearchParams(location.search).get("xem") ?? "";
  return wanted in WAYS[kind] ? wanted : Object.keys(WAYS[kind])[0];
}

/** Nothing of another ledger stays while this one comes. */
function wait() {
  shown = "";
  for (const { holder } of ALL) element(holder).hidden = true;
  for (const id of ["ledger-none", "ledger-more", "ledger-pending", "relations"]) element(id).hidden = true;
  element("ledger-waiting").hidden = false;
  element("ledger-count").textContent = "";
  showChoices(kind, null);
}

async function load() {
  const mine = ++loads;
  clearTimeout(again);
  const [name, values] = [wayName(), valuesOf(kind)];
  const way = WAYS[kind][name];
  const limit = Math.max(way.page, Math.min(Number(new URLSearchParams(location.search).get("hien")) || 0, MOST));
  showExports(kind, values);
  element("view-ledger").setAttribute("aria-busy", "true");
  try {
    const { reason, ...narrowed } = values;
    const [part, facts, relations] = await Promise.all([way.fetch(kind, values, limit, 0), way === listWay ? null : api.facts({ ...narrowed, kind, limit: 1 }), relationsFor(kind)]);
    if (mine !== loads) return;
    const found = facts ?? part.found;
    trouble.clear({ well: true });
    showChoices(kind, found.facets, part.found?.reasons);
    showRelations(way === listWay ? relations : null);
    draw(way, part, found.total);
    shown = kind + name;
    showPending(found.pending);
    void countDiffering(mine, values);
  } catch (error) {
    if (mine === loads) trouble.show(error, load);
  } finally {
    if (mine === loads) element("view-ledger").removeAttribute("aria-busy");
  }
}

async function more() {
  const mine = ++loads;
  const way = WAYS[kind][wayName()];
  try {
    const { total, items } = await way.fetch(kind, valuesOf(kind), way.page, drawn);
    if (mine !== loads) return;
    const first = way.add(items, kind);
    drawn += items.length;
    note({ hien: drawn });
    showMore(total, way);
    (first ?? element("main")).focus();
  } catch (error) {
    if (mine === loads) trouble.show(error, more);
  }
}

/** @param {Way} way @param {{total: number, items: any[]}} part @param {number} facts how many fit the filters */
function draw(way, { total, items }, facts) {
  const filtered = Object.keys(valuesOf(kind)).length > 0;
  for (const { holder } of ALL) element(holder).hidden = holder !== way.holder || items.length === 0;
  element("ledger-waiting").hidden = true;
  element("ledger-count").textContent = way.counted(total, facts, kind);
  element("ledger-none").hidden = items.length > 0;
  element("ledger-none-text").textContent = filtered ? words.noFactMatches : (way.none ?? words.noFacts[kind]);
  element("ledger-clear").hidden = !filtered;
  way.clear(kind);
  way.add(items, kind);
  drawn = items.length;
  showMore(total, way);
  if (back) scrollTo({ top: back, behavior: "instant" });
  back = 0;
}

/** @param {number} total @param {Way} way */
function showMore(total, way) {
  const button = element("ledger-more");
  button.hidden = total <= drawn;
  button.textContent = words.moreFacts(Math.min(total - drawn, way.page));
  element("ledger-part").textContent = button.hidden ? "" : words.printedPart(count(drawn), count(total));
}

/** The ways to look at this ledger, as links. */
function showWays() {
  const now = wayName();
  element("ledger-ways").replaceChildren(
    ...Object.keys(WAYS[kind]).map((name, n) => {
      const link = make("a", words.ways[name]);
      link.dataset.way = name;
      link.href = addressWith({ xem: n ? name : null, hien: null, vi_sao: null });
      if (name === now) link.setAttribute("aria-current", "true");
      return link;
    }),
  );
}

/** How often documents disagree, beside the way that shows it; it is found out after the rest. @param {number} mine @param {Values} values */
async function countDiffering(mine, values) {
  showWays(); // the filters are in the links
  if (kind === "decision") return;
  const { reason, ...others } = values;
  const found = await api.conflicts({ ...others, kind, limit: 1 }).catch(() => null); // the list says what is wrong
  const link = element("ledger-ways").querySelector("[data-way=khac]");
  if (link && found && mine === loads) link.textContent = words.counted(words.ways.khac, count(found.reasons.reduce(addUp, 0)));
}

/** @param {number} sum @param {{count: number}} one */
const addUp = (sum, one) => sum + one.count;

/** Facts of documents that were just added come by themselves. @param {number} pending documents */
function showPending(pending) {
  const line = element("ledger-pending");
  line.hidden = !pending;
  const said = pending ? words.factsPending(pending) : "";
  if (line.textContent !== said) line.textContent = said;
  if (pending) again = window.setTimeout(load, LOOK_AGAIN);
}

/** @param {Kind} kind @param {Values} values */
function showExports(kind, { reason, ...values }) {
  for (const format of /** @type {const} */ (["xlsx", "csv", "ics"])) {
    /** @type {HTMLAnchorElement} */ (element(`ledger-${format}`)).href = api.factsFile({ ...values, kind, format });
  }
  element("ledger-ics").hidden = kind !== "assignment";
}
