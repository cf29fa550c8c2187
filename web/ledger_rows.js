// @ts-check
// Facts as rows: each ledger has its columns, and every row leads to the words it was taken from.

import { api } from "./api.js";
import { clipped, count, date, documentAddress, element, folded, make, name } from "./dom.js";
import { figure, period } from "./figures.js";
import { capital } from "./filters.js";
import { narrow } from "./ledger_filters.js";
import { review } from "./reviewing.js";
import { words } from "./words.js";

export { figure, period };

/** @typedef {import("./ledger_filters.js").Kind} Kind */
/** @typedef {{verdict: string, by: string, note: string, at: string}} Review */
/** A fact as the server gives it: a citation, and the slots of its kind.
 * @typedef {import("./dom.js").Citation & {id: string, kind: Kind, review: Review | null, read: Record<string, any> | null, [slot: string]: any}} Fact */
/** @typedef {{key: string, sort?: string, cell: (fact: Fact) => (Node | string)[]}} Column */

const ABBREVIATED = /\p{Lu}{2}/u; // its full name is no other name
const LONGEST_NAME = 80; // of a document without a number

/** @type {Record<Kind, Column[]>} */
const COLUMNS = {
  target: [
    { key: "chi_tieu", sort: "chi_tieu", cell: (fact) => [placeLink(fact, capital(fact.indicator)), ...soft(fact.scope)] },
    { key: "gia_tri", cell: (fact) => [make("strong", figure(fact)), ...soft(fact.base && words.shareOf(fact.base))] },
    { key: "nam", sort: "nam", cell: (fact) => [period(fact.year)] },
    { key: "trang_thai", cell: (fact) => [make("span", words.statuses[fact.status], `tag ${fact.status}`)] },
    { key: "nguon", cell: sourceCell },
  ],
  assignment: [
    { key: "nhiem_vu", cell: (fact) => [placeLink(fact, capital(fact.task)), ...(fact.product ? soft(words.product(fact.product)) : [])] },
    { key: "chu_tri", sort: "co_quan", cell: (fact) => bodies(fact.lead, fact.lead_canonical) },
    { key: "phoi_hop", cell: (fact) => bodies(fact.coordinate, []) },
    { key: "han", sort: "han", cell: deadlineCell },
    { key: "nguon", cell: sourceCell },
  ],
  decision: [
    { key: "quyet_dinh", cell: (fact) => [placeLink(fact, capital([fact.action, fact.object].filter(Boolean).join(" ")))] },
    { key: "hieu_luc", sort: "nam", cell: (fact) => [date(fact.effective_on)] },
    { key: "nguon", cell: sourceCell },
  ],
};

/** One after another, in the order that was asked for. @type {import("./ledger.js").Way} */
export const listWay = {
  holder: "ledger-table",
  page: 50,
  fetch: async (kind, values, limit, offset) => {
    const found = await api.facts({ ...values, kind, limit, offset });
    return { total: found.total, items: found.facts, found };
  },
  clear: (kind) => {
    element("ledger-table").className = `facts ${kind}`;
    element("ledger-heads").replaceChildren(...headsOf(kind, true));
    element("ledger-rows").replaceChildren();
  },
  add: (facts, kind) => {
    const rows = facts.map((fact) => rowOf(kind, fact));
    element("ledger-rows").append(...rows);
    return rows[0]?.querySelector("a");
  },
  counted: (total, _, kind) => words.factsShown[kind](count(total)),
};

/** @param {Kind} kind @param {Fact} fact */
export function rowOf(kind, fact) {
  const row = make("tr", "", fact.review?.verdict === "wrong" ? "is-wrong" : "");
  row.setAttribute("role", "row"); // cards are no table to the browser any more
  row.dataset.fact = fact.id;
  const act = make("td", "", "column-kiem");
  act.setAttribute("role", "cell");
  act.append(checkButton(fact));
  row.append(...COLUMNS[kind].map((column) => cell(column, fact)), act);
  return row;
}

/** What a person said of a fact, or that it can be said. @param {Fact} fact */
export function checkButton(fact) {
  const said = fact.review ? capital(words.verdicts[fact.review.verdict]) : words.check;
  const button = make("button", said, `quiet small check ${fact.review?.verdict ?? ""}`);
  button.type = "button";
  if (fact.review) button.title = fact.review.by;
  button.setAttribute("aria-label", words.checkFact(said, clipped(title(fact), 120)));
  button.addEventListener("click", () => review(fact));
  return button;
}

/** Wherever a fact is shown, it is shown as it is now; the focus stays with it. @param {Fact} fact */
export function replaceRows(fact) {
  for (const old of document.querySelectorAll(`#view-ledger [data-fact="${CSS.escape(fact.id)}"]`)) {
    const focused = old.contains(document.activeElement);
    if (old.tagName === "TR") old.replaceWith(focusable(rowOf(fact.kind, fact), focused));
    else old.querySelector("button.check")?.replaceWith(focusable(checkButton(fact), focused));
  }
}

/** @param {HTMLElement} made @param {boolean} focused */
function focusable(made, focused) {
  if (focused) queueMicrotask(() => /** @type {HTMLElement} */ (made.matches("button") ? made : made.querySelector("button")).focus());
  return made;
}

/** @param {Kind} kind @param {boolean} sorted whether they can be pressed to sort */
export const headsOf = (kind, sorted) => [...COLUMNS[kind].map((column) => head(column, sorted)), lastHead()];

/** @param {Column} column @param {Fact} fact */
function cell({ key, cell: made }, fact) {
  const parts = made(fact).filter((part) => part !== "");
  const td = make("td", "", `column-${key}${parts.length ? "" : " blank"}`);
  td.setAttribute("role", "cell");
  td.dataset.label = words.ledgerColumns[key];
  td.append(...parts);
  return td;
}

/** @param {Column} column @param {boolean} sorted */
function head({ key, sort }, sorted) {
  const th = make("th", sort && sorted ? "" : words.ledgerColumns[key], `column-${key}`);
  th.scope = "col";
  th.setAttribute("role", "columnheader");
  if (!sort || !sorted) return th;
  const now = new URLSearchParams(location.search).get("sap") ?? "";
  const button = make("button", words.ledgerColumns[key], "sort");
  button.type = "button";
  if (now.replace(/^-/, "") === sort) th.setAttribute("aria-sort", now.startsWith("-") ? "descending" : "ascending");
  button.addEventListener("click", () => narrow({ sap: now === sort ? `-${sort}` : sort }));
  th.append(button);
  return th;
}

function lastHead() {
  const th = make("th", "", "column-kiem");
  th.scope = "col";
  th.setAttribute("role", "columnheader");
  th.append(make("span", words.check, "unseen"));
  return th;
}

/** What a fact is called where there is little room. @param {Fact} fact */
export const title = (fact) => capital(fact.indicator ?? fact.task ?? fact.object ?? "");

/** @param {Fact} fact @param {string} text */
export function placeLink(fact, text) {
  const link = make("a", text || fact.quote);
  link.href = documentAddress(fact.document.id, fact.start, fact.end);
  link.title = fact.quote;
  return link;
}

/** @param {Fact} fact */
export function sourceCell(fact) {
  const link = make("a", fact.document.symbol ?? clipped(capital(fact.document.title), LONGEST_NAME), "source-link");
  link.href = documentAddress(fact.document.id, fact.start, fact.end);
  link.title = name(fact.document);
  return [link, ...soft([fact.document.issuer, date(fact.document.issued_on), fact.page ? words.page(fact.page) : ""].filter(Boolean).join(" · ")), ...sample(fact)];
}

/** @param {Fact} fact */
const sample = (fact) => (fact.document.sample ? [make("span", words.sample, "tag")] : []);

/** @param {Fact} fact */
function deadlineCell(fact) {
  const day = date(fact.deadline_date);
  const parts = fact.deadline ? [make("span", fact.deadline)] : [];
  if (day && !fact.deadline.includes(day)) parts.push(make("span", day, "soft small"));
  if (fact.deadline_state === "overdue" || fact.deadline_state === "soon") parts.push(make("span", words.deadlineStates[fact.deadline_state], `tag ${fact.deadline_state}`));
  return parts;
}

/** Bodies as printed; today's name beside one that is called otherwise now. @param {string[]} printed @param {string[]} today */
export function bodies(printed, today) {
  if (!printed.length) return [];
  const list = make("ul", "", "plain bodies");
  list.append(...printed.map((body, n) => {
    const item = make("li", body);
    if (today[n] && folded(today[n]) !== folded(body)) item.append(" ", make("span", ABBREVIATED.test(body) ? `(${today[n]})` : words.nowCalled(today[n]), "soft small"));
    return item;
  }));
  return [list];
}

/** @param {string} text */
const soft = (text) => (text ? [make("span", text, "soft small under")] : []);
