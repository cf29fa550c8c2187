// @ts-check
// Figures as one reads them: of a fact, and the very thing that was asked for, where it stands in an answer.

import { words } from "./words.js";

/** @typedef {import("./dom.js").Citation} Citation */
/** @typedef {import("./dom.js").Segment} Segment */

const numbers = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 10 });

/** "≥ 30%", "7–7,5%". @param {Record<string, any>} fact */
export function figure({ comparator, value, unit }) {
  if (value === null) return words.noFigure;
  const both = Array.isArray(value) ? value.map((one) => numbers.format(one)).join("–") : numbers.format(value);
  const sign = words.comparators[comparator] ?? "";
  return `${sign}${sign ? " " : ""}${both}${unit ? (unit.startsWith("%") ? "" : " ") + unit : ""}`;
}

/** @param {number | string | null} year */
export const period = (year) => (year === null ? "" : String(year).replace("-", "–"));

/** What the quotations mark as the thing asked for. @param {Citation[]} citations @returns {string[]} longest first */
export function figuresIn(citations) {
  /** @type {string[]} */
  const marked = [];
  for (const { segments } of citations) {
    let before = false; // a figure may be cut where a mark begins or ends
    for (const { text, figure } of segments) {
      if (figure && before) marked.push(marked.pop() + text);
      else if (figure) marked.push(text);
      before = figure === true;
    }
  }
  return [...new Set(marked.map((text) => text.trim()))].filter(Boolean).sort((one, other) => other.length - one.length);
}

/** Where a text has one of these, not as a part of another number or word. @param {string} text @param {string[]} figures @returns {{from: number, to: number}[]} */
export function placesOf(text, figures) {
  /** @type {{from: number, to: number}[]} */
  const found = [];
  for (const figure of figures) {
    for (let from = text.indexOf(figure); from >= 0; from = text.indexOf(figure, from + figure.length)) {
      const to = from + figure.length;
      if (isWhole(text, from, to) && !found.some((one) => one.from < to && from < one.to)) found.push({ from, to });
    }
  }
  return found.sort((one, other) => one.from - other.from);
}

/** @param {string} text @param {number} from @param {number} to */
const isWhole = (text, from, to) => !/[\p{L}\d]$|\d[.,]$/u.test(text.slice(0, from)) && !/^(?:[\p{L}\d]|[.,]\d)/u.test(text.slice(to));

/** @param {string} text @param {number | number[]} value */
const holds = (text, value) => [value].flat().every((one) => placesOf(text, [numbers.format(one)]).length + placesOf(text, [String(one)]).length > 0);

const LONGEST = 60; // letters that can be read at a glance
const LONGEST_BASE = 24; // letters of what a share is of, said with the share

/**
 * What is shown large over an answer, and what is said under it; null where there is not one such thing. A number is shown only as the fact
 * that the answer rests on has it, with its sign and unit, and only where quotation, fact and answer agree.
 * @param {any} answer @param {Citation[]} proving @returns {{large: string, under: string} | null}
 */
export function headlineOf(answer, proving) {
  const marked = figuresIn(proving);
  if (answer.table || answer.conflicts?.length || !marked.length) return null;
  if (answer.kind === "target" || answer.kind === "result") return numberOf(answer, marked);
  if (!["lead_agency", "deadline", "person"].includes(answer.kind)) return null;
  const places = placesOf(answer.answer, marked).map(({ from, to }) => answer.answer.slice(from, to));
  const large = [...new Set(places)].join(", ");
  return large.length <= LONGEST && marked.every((one) => large.includes(one)) ? { large: large[0].toUpperCase() + large.slice(1), under: "" } : null;
}

/** @param {any} answer @param {string[]} marked */
function numberOf({ facts = [], answer }, marked) {
  const [fact] = facts;
  if (facts.length !== 1 || fact.kind !== "target" || fact.value === null) return null;
  if (!holds(answer, fact.value) || !marked.some((text) => holds(text, fact.value))) return null;
  const year = fact.year === null ? "" : words.ofYear(period(fact.year));
  const short = fact.base && fact.unit?.startsWith("%") && fact.base.length <= LONGEST_BASE;
  const large = short ? `${figure(fact)} ${fact.base}` : figure(fact);
  return { large, under: [!short && fact.base && words.shareOf(fact.base), fact.scope, year, words.statuses[fact.status]].filter(Boolean).join(" · ") };
}

/**
 * Lines of a document in which a quotation is marked: what it marks as asked for is marked in them, too.
 * @template {{segments: Segment[]}} Line
 * @param {Line[]} lines @param {Segment[]} quoted @returns {Line[]}
 */
export function withFigures(lines, quoted) {
  const quote = quoted.map(({ text }) => text).join("");
  let at = 0;
  /** @param {Segment} segment */
  const cut = (segment) => {
    const from = segment.mark ? quote.indexOf(segment.text, at) : -1;
    if (from < 0) return [segment];
    at = from + segment.text.length;
    return partsOf(quoted, from, at);
  };
  return lines.map((line) => ({ ...line, segments: line.segments.flatMap(cut) }));
}

/** A stretch of a quotation, all of it marked. @param {Segment[]} quoted @param {number} from @param {number} to @returns {Segment[]} */
function partsOf(quoted, from, to) {
  let at = 0;
  const parts = quoted.map(({ text, figure }) => {
    const start = at;
    at += text.length;
    return { text: text.slice(Math.max(from - start, 0), Math.max(to - start, 0)), mark: true, figure };
  });
  return parts.filter(({ text }) => text);
}
