// @ts-check
// A stretch of a text in pieces: plain, cited, found. Marks are drawn around text nodes; the text stays as it is.

import { make } from "./dom.js";

/** @typedef {import("./dom.js").Segment} Segment */
/** A finding in a line, in letters of JavaScript. @typedef {{from: number, to: number, n: number}} Found */

/**
 * The text between two places in pieces: plain, cited, found.
 * @param {Segment[]} segments @param {Found[]} findings @param {number} from @param {number} to
 */
export function pieces(segments, findings, from, to) {
  /** @type {Node[]} */
  const out = [];
  let at = 0;
  for (const { text, mark } of segments) {
    const end = at + text.length;
    const cuts = [at, end, from, to, ...findings.flatMap((one) => [one.from, one.to])].filter((one) => one >= Math.max(at, from) && one <= Math.min(end, to));
    const places = [...new Set(cuts)].sort((a, b) => a - b);
    for (let n = 1; n < places.length; n += 1) {
      const found = findings.find((one) => one.from < places[n] && one.to > places[n - 1]);
      out.push(piece(text.slice(places[n - 1] - at, places[n] - at), mark, found));
    }
    at = end;
  }
  return out;
}

/** @param {string} text @param {boolean} cited @param {Found} [found] */
function piece(text, cited, found) {
  if (!cited && !found) return document.createTextNode(text);
  const made = make("mark", text, [cited ? "cited" : "", found ? "found" : ""].filter(Boolean).join(" "));
  if (found) made.dataset.n = String(found.n);
  return made;
}
