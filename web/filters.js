// @ts-check
// Which documents the table shows, and in which order: read from the address, which is the state.

import { element, folded, make } from "./dom.js";
import { words } from "./words.js";

/** @typedef {{place: string | null, signer: string | null, added_at: string, tags: string[], deleted_at: string | null, kept_until: string | null}} More */
/** A document as the table has it. @typedef {import("./dom.js").Doc & More} Row */
/** @typedef {{text: string, facets: Record<string, string>, sort: {key: string, down: boolean}}} State */

/**
 * What can be chosen from a list: by name in the address, its list and the values of a document.
 * @type {Record<string, {id: string, of: (doc: Row) => (string | null)[]}>}
 */
const FACETS = {
  loai: { id: "filter-type", of: (doc) => [doc.doc_type] },
  co_quan: { id: "filter-issuer", of: (doc) => [doc.issuer] },
  nam: { id: "filter-year", of: (doc) => [doc.issued_on && doc.issued_on.slice(0, 4)] },
  bo: { id: "filter-tag", of: (doc) => doc.tags },
};
export const FILTERS = ["tim", ...Object.keys(FACETS)];

/** What a column sorts by, by its name in the address. @type {Record<string, (doc: Row) => string | null>} */
const SORTS = {
  so: (doc) => doc.symbol,
  ten: (doc) => doc.title,
  loai: (doc) => doc.doc_type,
  co_quan: (doc) => doc.issuer,
  ngay: (doc) => doc.issued_on,
  bo: (doc) => doc.tags.join(", "),
  them: (doc) => doc.added_at,
  noi: (doc) => doc.place,
  ky: (doc) => doc.signer,
};
const NEWEST_FIRST = ["ngay", "them"];
const order = new Intl.Collator("vi", { numeric: true, sensitivity: "base" });

/** @type {WeakMap<Row, string>} */
const searched = new WeakMap();

/** @param {URLSearchParams} query @returns {State} */
export function stateOf(query) {
  const written = query.get("sap") ?? "-them";
  const key = written.replace(/^-/, "");
  return {
    text: query.get("tim") ?? "",
    facets: Object.fromEntries(Object.keys(FACETS).map((name) => [name, query.get(name) ?? ""])),
    sort: key in SORTS ? { key, down: written.startsWith("-") } : { key: "them", down: true },
  };
}

/** How the address writes the next order of a column: the other way round, or first the way that is wanted most. @param {State} state @param {string} key */
export const nextSort = (state, key) =>
  (state.sort.key === key ? !state.sort.down : NEWEST_FIRST.includes(key)) ? `-${key}` : key;

/** @param {Row[]} docs @param {State} state */
export const chosen = (docs, state) => sorted(docs.filter(matches(state)), state.sort);

/** @param {State} state @param {string} [except] a facet that does not count */
function matches(state, except) {
  const typed = folded(state.text).split(/\s+/).filter(Boolean);
  const facets = Object.entries(state.facets).filter(([name, value]) => value && name !== except);
  return (/** @type {Row} */ doc) =>
    facets.every(([name, value]) => FACETS[name].of(doc).includes(value)) && typed.every((word) => textOf(doc).includes(word));
}

/** Everything of a document that can be typed to find it. @param {Row} doc */
function textOf(doc) {
  let text = searched.get(doc);
  if (text === undefined) {
    const { symbol, title, doc_type, issuer, place, signer, file_name, tags, sample } = doc;
    text = folded([symbol, title, doc_type, issuer, place, signer, file_name, ...tags, sample ? words.sample : ""].join("\n"));
    searched.set(doc, text);
  }
  return text;
}

/** What lacks the value comes last either way. @param {Row[]} docs @param {{key: string, down: boolean}} sort */
function sorted(docs, { key, down }) {
  const keyed = docs.map((doc) => ({ doc, by: SORTS[key](doc) ?? "" }));
  const way = down ? -1 : 1;
  keyed.sort((a, b) => Number(a.by === "") - Number(b.by === "") || way * order.compare(a.by, b.by));
  return keyed.map(({ doc }) => doc);
}

/** The lists to choose from, each with how many documents a choice would show. @param {Row[]} docs @param {State} state */
export function showFacets(docs, state) {
  for (const [name, facet] of Object.entries(FACETS)) {
    const near = docs.filter(matches(state, name));
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const doc of near) for (const value of facet.of(doc)) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    const now = state.facets[name];
    if (now && !counts.has(now)) counts.set(now, 0);
    const values = [...counts.keys()].sort((a, b) => (name === "nam" ? -1 : 1) * order.compare(a, b));
    const list = /** @type {HTMLSelectElement} */ (element(facet.id));
    list.replaceChildren(option("", words.all), ...values.map((value) => option(value, words.counted(capital(value), counts.get(value) ?? 0))));
    list.value = now;
  }
}

/** @param {string} value @param {string} text */
export function option(value, text) {
  const made = make("option", text);
  made.value = value;
  return made;
}

/** With a capital at its start. @param {string | null} text */
export const capital = (text) => (text ? text[0].toUpperCase() + text.slice(1) : "");
