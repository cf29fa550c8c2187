// @ts-check
// What the address asks: /?q=…&loai=…&co_quan=…&nam=…&van_ban=…&bo=…&truoc=…&as_typed=1&mo=DOCUMENT:START-END

/** The filters of the API, and how the address calls them. */
export const FILTERS = /** @type {const} */ ({ doc_type: "loai", issuer: "co_quan", year: "nam", document: "van_ban", tag: "bo" });

/** @typedef {keyof typeof FILTERS} Field */
/** @typedef {Partial<Record<Field, string[]>>} Filters */
/** @typedef {{id: string, start: number, end: number}} Place a place in a document */
/** `previous`: the question it goes on from. @typedef {{question: string, previous: string, filters: Filters, asTyped: boolean, open: Place | null, key: string}} Asked `key`: the same for the same answer */

const YEAR = /^[1-9]\d{0,3}$/;
const PLACE = /^([\w-]+):(\d{1,9})-(\d{1,9})$/;

export const fields = /** @type {Field[]} */ (Object.keys(FILTERS));

/** @param {URLSearchParams} query @returns {Asked} */
export function readAsked(query) {
  const question = query.get("q")?.trim() ?? "";
  const previous = query.get("truoc")?.trim() ?? "";
  const asTyped = query.get("as_typed") === "1";
  /** @type {Filters} */
  const filters = {};
  for (const field of fields) {
    const values = [...new Set(query.getAll(FILTERS[field]))].filter((value) => (field === "year" ? YEAR.test(value) : value.trim()));
    if (values.length) filters[field] = values;
  }
  const found = PLACE.exec(query.get("mo") ?? "");
  const open = found && { id: found[1], start: Number(found[2]), end: Number(found[3]) };
  return { question, previous, filters, asTyped, open, key: JSON.stringify([question, previous, filters, asTyped]) };
}

/** A place as the address writes it. @param {Place} place */
export const writePlace = ({ id, start, end }) => `${id}:${start}-${end}`;

/** What takes all filters out of the address. @returns {Record<string, null>} */
export const withoutFilters = () => Object.fromEntries(Object.values(FILTERS).map((name) => [name, null]));

/** The address of a question. @param {string} question @param {string} [previous] the one it goes on from */
export const questionAddress = (question, previous) => `/?${new URLSearchParams({ q: question, ...(previous ? { truoc: previous } : {}) })}`;
