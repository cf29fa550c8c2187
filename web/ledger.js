// @ts-check
// The ledgers: targets, assignments, decisions. The address is the state; the server filters, counts and sorts.

import { api } from "./api.js";
import { count, element } from "./dom.js";
import { leaveBoard, showBoard } from "./board.js";
import { showGroups } from "./indicators.js";
import { showChoices, startChoices, valuesOf } from "./ledger_filters.js";
import { showRelations } from "./relations.js";
import { addRows, showRows } from "./ledger_rows.js";
import { startReviewing } from "./reviewing.js";
import { addressWith, go, note } from "./router.js";
import { makeTrouble } from "./trouble.js";
import { words } from "./words.js";

/** @typedef {import("./ledger_filters.js").Kind} Kind */
/** @typedef {import("./ledger_rows.js").Fact} Fact */

const PAGE = 50;
const MOST_GROUPED = 500; // facts that are drawn together by indicator
const TYPING = 150; // milliseconds of silence after which what was typed is looked for
const LOOK_AGAIN = 3000; // while facts are still being taken out

const trouble = makeTrouble("ledger-trouble");

/** @type {Kind} */
let kind = "target";
let started = false;
let loads = 0;
let typing = 0;
let again = 0;
/** @type {Fact[]} */
let facts = [];
let total = 0;

/** @param {Kind} which @returns {import("./router.js").Acts} */
export const viewOf = (which) => ({
  show: (_, query) => {
    if (!started) start();
    if (kind !== which) facts = [];
    kind = which;
    document.title = words.ledgerTitles[kind];
    element("ledger-title").textContent = words.ledgers[kind];
    const text = /** @type {HTMLInputElement} */ (element("ledger-text"));
    if (text.value.trim() !== (query.get("tim") ?? "").trim()) text.value = query.get("tim") ?? "";
    void load();
  },
  leave: () => {
    loads += 1;
    clearTimeout(again);
    trouble.clear();
    leaveBoard();
  },
});

function start() {
  started = true;
  startChoices();
  startReviewing((changed) => {
    facts = facts.map((fact) => (fact.id === changed.id ? { ...changed, n: fact.n } : fact));
    draw();
  });
  const text = /** @type {HTMLInputElement} */ (element("ledger-text"));
  text.addEventListener("input", () => {
    note({ tim: text.value.trim() ? text.value : null });
    clearTimeout(typing);
    typing = window.setTimeout(load, TYPING);
  });
  element("ledger-filters").addEventListener("submit", (event) => event.preventDefault());
  element("ledger-more").addEventListener("click", () => void more());
  element("ledger-clear").addEventListener("click", () => {
    go(location.pathname);
    text.focus();
  });
  const grouped = /** @type {HTMLInputElement} */ (element("ledger-group"));
  grouped.addEventListener("change", () => go(addressWith({ gop: grouped.checked ? "1" : null })));
}

const isGrouped = () => kind === "target" && new URLSearchParams(location.search).has("gop");

async function load() {
  const mine = ++loads;
  clearTimeout(again);
  const values = valuesOf(kind);
  const grouped = isGrouped();
  showExports(values);
  element("view-ledger").setAttribute("aria-busy", "true");
  try {
    const found = await api.facts({ ...values, kind, limit: grouped ? MOST_GROUPED : PAGE, ...(grouped ? { sort: "indicator" } : {}) });
    if (mine !== loads) return;
    trouble.clear({ well: true });
    ({ facts, total } = found);
    showChoices(kind, found.facets);
    showPending(found.pending);
    draw();
    showBoard(kind, values);
    void showRelations(kind);
  } catch (error) {
    if (mine === loads) trouble.show(error, load);
  } finally {
    if (mine === loads) element("view-ledger").removeAttribute("aria-busy");
  }
}

async function more() {
  const mine = ++loads;
  const before = facts.length;
  try {
    const found = await api.facts({ ...valuesOf(kind), kind, limit: PAGE, offset: before });
    if (mine !== loads) return;
    facts = [...facts, ...found.facts];
    addRows(kind, found.facts);
    showMore();
    element("ledger-rows").children[before]?.querySelector("a")?.focus();
  } catch (error) {
    if (mine === loads) trouble.show(error, more);
  }
}

function draw() {
  const grouped = isGrouped();
  const any = facts.length > 0;
  element("ledger-grouping").hidden = kind !== "target";
  /** @type {HTMLInputElement} */ (element("ledger-group")).checked = grouped;
  element("ledger-count").textContent = words.factsShown[kind](count(total));
  element("ledger-none").hidden = any;
  element("ledger-none-text").textContent = Object.keys(valuesOf(kind)).length ? words.noFactMatches : words.noFacts[kind];
  element("ledger-clear").hidden = !Object.keys(valuesOf(kind)).length;
  element("ledger-table").hidden = !any || grouped;
  element("ledger-groups").hidden = !any || !grouped;
  if (grouped) showGroups(facts);
  else showRows(kind, facts);
  showMore();
}

function showMore() {
  const left = total - facts.length;
  const button = element("ledger-more");
  button.hidden = left <= 0 || isGrouped();
  button.textContent = words.moreFacts(Math.min(left, PAGE));
  element("ledger-cut").hidden = !isGrouped() || left <= 0;
  element("ledger-cut").textContent = words.groupsCut(facts.length, total);
}

/** Facts of documents that were just added come by themselves. @param {number} pending documents */
function showPending(pending) {
  const line = element("ledger-pending");
  line.hidden = !pending;
  line.textContent = pending ? words.factsPending(pending) : "";
  if (pending) again = window.setTimeout(load, LOOK_AGAIN);
}

/** @param {import("./api.js").Values} values */
function showExports(values) {
  for (const format of /** @type {const} */ (["xlsx", "csv", "ics"])) {
    /** @type {HTMLAnchorElement} */ (element(`ledger-${format}`)).href = api.factsFile({ ...values, kind, format });
  }
  element("ledger-ics").hidden = kind !== "assignment";
}

