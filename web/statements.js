// @ts-check
// The words of an answer: statements, each with the numbers of the citations that prove it, and what stands around them.

/** @typedef {import("./dom.js").Citation} Citation */
/** @typedef {{words: string, numbers: number[], from: number, to: number}} Statement `from`, `to`: where it stands, its numbers with it */
/** @typedef {{columns: string[], rows: {cells: string[], citations: number[]}[], total: number}} Table */

const CITED = /(?:\s*\[\d{1,4}\])+[.;,]?/g;
const NUMBER = /\d+/g;

/** @param {string} text @returns {Statement[]} */
export function statementsOf(text) {
  /** @type {Statement[]} */
  const found = [];
  let from = 0;
  for (const cited of text.matchAll(CITED)) {
    const to = cited.index + cited[0].length;
    found.push({ words: text.slice(from, cited.index).trim(), numbers: (cited[0].match(NUMBER) ?? []).map(Number), from, to });
    from = to;
  }
  return found;
}

/** Those that an answer names, and the others. @param {string} text @param {Citation[]} citations @returns {[Citation[], Citation[]]} */
export function divide(text, citations) {
  const named = new Set(statementsOf(text).flatMap(({ numbers }) => numbers));
  return [citations.filter(({ n }) => named.has(n)), citations.filter(({ n }) => !named.has(n))];
}

const NEARLY_ALL = 0.8; // of the letters of a statement

/**
 * What an answer says beside its table: all of it, unless the rows say nearly all that its statements do and would be said twice.
 * @param {string} text @param {Table} table @returns {string}
 */
export function besideTable(text, table) {
  const statements = statementsOf(text);
  let at = 0;
  let first = text.length;
  for (const [n, { cells }] of table.rows.entries()) {
    const places = cells.filter(Boolean).map((cell) => text.indexOf(cell, at));
    const from = Math.min(...places);
    const statement = statements.find(({ to }) => to > from);
    if (!places.length || from < 0 || !statement) return text;
    const said = text.slice(Math.max(from, statement.from), statement.to).replace(/(?:\s*\[\d{1,4}\])+[.;,]?$/, "");
    if (cells.join("").length < NEARLY_ALL * said.length) return text;
    if (n === 0) first = from;
    at = statement.to;
  }
  return [text.slice(0, first), text.slice(at)].map((part) => part.trim()).filter(Boolean).join("\n");
}

/** What stands after the last statement. @param {string} text */
export const restOf = (text) => text.slice(statementsOf(text).pop()?.to ?? 0).trim();
