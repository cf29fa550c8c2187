// @ts-check
// What narrows a ledger: lists whose values and counts the server gives, by name in the address.

import { api } from "./api.js";
import { count, element, make, name as nameOf } from "./dom.js";
import { capital, option } from "./filters.js";
import { addressWith, go } from "./router.js";
import { words } from "./words.js";

/** @typedef {"target" | "assignment" | "decision"} Kind */
/** @typedef {{value: string, count: number, text?: string | null}} Value */

/** Names in the address, and what the server calls them. @type {Record<string, string>} */
const CALLED = {
  nam: "year", trang_thai: "status", chu_tri: "agency", vai: "role", han: "deadline", ban_hanh: "issuer", loai: "doc_type", van_ban: "document", bo: "tag", danh_gia: "verdict", vi_sao: "reason",
  phoi_hop: "coordinate", viec: "action", ket_qua: "met", ve: "about", han_tu: "due_from", han_den: "due_to",
};

/** @type {Record<Kind, string[]>} */
const CHOICES = {
  target: ["nam", "trang_thai", "ban_hanh", "van_ban"],
  assignment: ["chu_tri", "han", "nam", "van_ban"],
  decision: ["nam", "loai", "ban_hanh", "van_ban"],
};
const WHERE_ANY = ["vai", "bo", "danh_gia", "vi_sao"]; // shown where there is something to choose between
/** What an answer narrows by when it leads here; shown where the address has it. @type {Record<Kind, string[]>} */
const BESIDES = { target: ["ket_qua", "ve"], assignment: ["phoi_hop", "han_tu", "han_den", "ve"], decision: ["viec", "ve"] };
/** How a column sorts, by name in the address. @type {Record<string, string>} */
const SORTS = { chi_tieu: "indicator", nam: "year", han: "deadline", co_quan: "body" };
/** @type {Record<Kind, string[]>} */
const SORTED_BY = { target: ["chi_tieu", "nam"], assignment: ["co_quan", "han"], decision: ["nam"] };

const NARROW = matchMedia("(max-width: 44rem)"); // there they would fill the first screen

export function startChoices() {
  const fold = () => /** @type {HTMLDetailsElement} */ (element("ledger-narrowing")).toggleAttribute("open", !NARROW.matches);
  NARROW.addEventListener("change", fold);
  fold();
  element("ledger-choices").addEventListener("change", (event) => {
    const list = /** @type {HTMLSelectElement} */ (event.target);
    narrow({ [list.name]: list.value || null });
  });
}

/** To other filters; what was shown beyond the first page is not asked for again. @param {Record<string, string | null>} changes */
export const narrow = (changes) => go(addressWith({ hien: null, ...changes }));

/** All filters taken out of the address. */
export const dropped = () => Object.fromEntries(["tim", ...Object.keys(CALLED)].map((name) => [name, null]));

/** The filters and the order that the address asks for, as the server takes them. @param {Kind} kind @returns {import("./api.js").Values} */
export function valuesOf(kind) {
  const query = new URLSearchParams(location.search);
  /** @type {import("./api.js").Values} */
  const values = {};
  const text = query.get("tim")?.trim();
  if (text) values.q = text;
  for (const name of [...CHOICES[kind], ...BESIDES[kind], "bo", "danh_gia"]) if (query.get(name)) values[CALLED[name]] = query.getAll(name);
  if (values.agency && query.get("vai") === "any") values.role = "any";
  if (query.get("xem") === "khac" && query.get("vi_sao")) values.reason = query.getAll("vi_sao");
  const order = query.get("sap");
  if (order && SORTS[order.replace(/^-/, "")]) Object.assign(values, { sort: SORTS[order.replace(/^-/, "")], desc: order.startsWith("-") });
  return values;
}

/** @param {Kind} kind @param {Record<string, Value[]> | null} facets null: not yet known @param {Value[]} [reasons] */
export function showChoices(kind, facets, reasons = []) {
  const query = new URLSearchParams(location.search);
  const focused = document.activeElement instanceof HTMLSelectElement ? document.activeElement.name : "";
  const there = BESIDES[kind].filter((name) => query.get(name));
  const lists = [...CHOICES[kind], ...there, ...WHERE_ANY].map((name) => {
    const now = query.get(name) ?? "";
    const values = valuesFor(name, kind, facets ?? {}, reasons);
    return values.length > 1 || now || CHOICES[kind].includes(name) ? choice(name, values, now) : null;
  });
  element("ledger-choices").replaceChildren(...lists.filter((list) => list !== null), order(kind, query.get("sap") ?? ""));
  element("ledger-narrowed").textContent = words.narrowing([...CHOICES[kind], ...there, ...WHERE_ANY, "sap"].filter((name) => query.get(name)).length);
  element("ledger-chosen").textContent = chosen(query.get("tim")?.trim() ?? "");
  if (focused) /** @type {HTMLElement | null} */ (element("ledger-choices").querySelector(`[name="${focused}"]`))?.focus();
}

/** What narrows the ledger, for paper. @param {string} text */
function chosen(text) {
  const lists = [...element("ledger-choices").querySelectorAll("select")].filter(({ value, name }) => value && name !== "sap");
  return [text && `“${text}”`, ...lists.map((list) => `${words.ledgerFilters[list.name]}: ${list.selectedOptions[0]?.textContent}`)].filter(Boolean).join("; ");
}

/** @param {string} name @param {Kind} kind @param {Record<string, Value[]>} facets @param {Value[]} reasons @returns {Value[]} */
function valuesFor(name, kind, facets, reasons) {
  const query = new URLSearchParams(location.search);
  if (name === "vi_sao") return query.get("xem") === "khac" ? reasons : [];
  if (name === "vai") return kind === "assignment" && query.get("chu_tri") ? Object.keys(words.roles).map((value) => ({ value, count: -1 })) : [];
  if (name === "ket_qua") return Object.keys(words.metStates).map((value) => ({ value, count: -1 }));
  return facets[CALLED[name]] ?? [];
}

/** @param {string} name @param {Value[]} values @param {string} now @returns {HTMLElement} */
function choice(name, values, now) {
  const { field, list } = fieldOf(name, words.ledgerFilters[name]);
  const counted = (/** @type {Value} */ value) => (value.count < 0 ? said(name, value) : words.counted(said(name, value), count(value.count)));
  if (name !== "vai") list.append(option("", words.all));
  list.append(...values.map((value) => option(value.value, counted(value))));
  if (now && !values.some(({ value }) => value === now)) {
    const gone = option(now, said(name, { value: now, count: 0 }));
    list.append(gone);
    if (name === "van_ban") void nameDocument(gone);
  }
  list.value = now || list.options[0].value;
  const several = new URLSearchParams(location.search).getAll(name);
  if (several.length > 1) {
    const names = several.map((one) => said(name, values.find(({ value }) => value === one) ?? { value: one, count: 0 }));
    list.prepend(option(now, names.join(", ")));
    list.selectedIndex = 0;
  }
  return field;
}

/** A list for telephones, where there are no heads to press. @param {Kind} kind @param {string} now */
function order(kind, now) {
  const { field, list } = fieldOf("sap", words.sortBy);
  field.classList.add("narrow");
  list.append(option("", words.newestFirst));
  for (const key of SORTED_BY[kind]) {
    const column = words.sortedColumns[key];
    list.append(option(key, words.sortUp(column)), option(`-${key}`, words.sortDown(column)));
  }
  list.value = now;
  return field;
}

/** @param {string} name @param {string} text */
function fieldOf(name, text) {
  const field = make("p", "", "field");
  const label = make("label", text);
  const list = make("select");
  list.id = label.htmlFor = `ledger-${name}`;
  list.name = name;
  field.append(label, list);
  return { field, list };
}

/** A document without facts of this kind is in no list; its name is asked for. @param {HTMLOptionElement} gone */
async function nameDocument(gone) {
  const found = await api.document(gone.value).catch(() => null);
  gone.textContent = found ? nameOf(found) : words.documentGone;
}

/** @param {string} name @param {Value} value */
function said(name, { value, text }) {
  const known = { trang_thai: words.statuses, han: words.deadlineStates, danh_gia: words.verdicts, vai: words.roles, ket_qua: words.metStates }[name];
  if (name === "han_tu" || name === "han_den") return value.split("-").reverse().join("/");
  return capital(known ? (known[value] ?? value) : (text ?? value));
}
