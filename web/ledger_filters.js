// @ts-check
// What narrows a ledger: lists whose values and counts the server gives, by name in the address.

import { element, make } from "./dom.js";
import { capital, option } from "./filters.js";
import { addressWith, go } from "./router.js";
import { words } from "./words.js";

/** @typedef {"target" | "assignment" | "decision"} Kind */
/** @typedef {{value: string, count: number, text: string | null}} Value */

/** Names in the address, and what the server calls them. @type {Record<string, string>} */
const CALLED = { nam: "year", trang_thai: "status", chu_tri: "agency", han: "deadline", ban_hanh: "issuer", loai: "doc_type", van_ban: "document", bo: "tag", danh_gia: "verdict" };

/** @type {Record<Kind, string[]>} */
const CHOICES = {
  target: ["nam", "trang_thai", "ban_hanh", "van_ban", "bo", "danh_gia"],
  assignment: ["chu_tri", "han", "nam", "van_ban", "bo", "danh_gia"],
  decision: ["nam", "loai", "ban_hanh", "van_ban", "bo", "danh_gia"],
};
/** How a column sorts, by name in the address. @type {Record<string, string>} */
const SORTS = { chi_tieu: "indicator", nam: "year", han: "deadline", co_quan: "body" };

export function startChoices() {
  element("ledger-choices").addEventListener("change", (event) => {
    const list = /** @type {HTMLSelectElement} */ (event.target);
    go(addressWith({ [list.name]: list.value || null }));
  });
}

/** The filters and the order that the address asks for, as the server takes them. @param {Kind} kind @returns {import("./api.js").Values} */
export function valuesOf(kind) {
  const query = new URLSearchParams(location.search);
  /** @type {import("./api.js").Values} */
  const values = {};
  const text = query.get("tim")?.trim();
  if (text) values.q = text;
  for (const name of CHOICES[kind]) if (query.get(name)) values[CALLED[name]] = query.getAll(name);
  const order = query.get("sap");
  if (order && SORTS[order.replace(/^-/, "")]) Object.assign(values, { sort: SORTS[order.replace(/^-/, "")], desc: order.startsWith("-") });
  return values;
}

/** @param {Kind} kind @param {Record<string, Value[]>} facets */
export function showChoices(kind, facets) {
  const query = new URLSearchParams(location.search);
  const focused = document.activeElement instanceof HTMLSelectElement ? document.activeElement.name : "";
  element("ledger-choices").replaceChildren(
    ...CHOICES[kind].map((name) => choice(name, facets[CALLED[name]] ?? [], query.get(name) ?? "")).filter((field) => field !== null),
  );
  if (focused) /** @type {HTMLElement | null} */ (element("ledger-choices").querySelector(`[name="${focused}"]`))?.focus();
}

/** @param {string} name @param {Value[]} values @param {string} now @returns {HTMLElement | null} */
function choice(name, values, now) {
  if (values.length < 2 && !now) return null; // nothing to choose between
  const field = make("p", "", "field");
  const label = make("label", words.ledgerFilters[name]);
  const list = make("select");
  list.id = `ledger-${name}`;
  list.name = name;
  label.htmlFor = list.id;
  list.append(option("", words.all), ...values.map((value) => option(value.value, words.counted(said(name, value), value.count))));
  if (now && !values.some(({ value }) => value === now)) list.append(option(now, words.counted(said(name, { value: now, count: 0, text: null }), 0)));
  list.value = now;
  field.append(label, list);
  return field;
}

/** @param {string} name @param {Value} value */
function said(name, { value, text }) {
  const known = { trang_thai: words.statuses, han: words.deadlineStates, danh_gia: words.verdicts }[name];
  return known ? (known[value] ?? value) : capital(text ?? value);
}
