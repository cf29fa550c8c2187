// @ts-check
// A small chart as SVG: years across, figures up; hollow for what is aimed at, filled for what was reached.

import { figure, period } from "./ledger_rows.js";
import { words } from "./words.js";

/** @typedef {import("./ledger_rows.js").Fact} Fact */
/** @typedef {{year: number, value: number, reached: boolean, fact: Fact}} Point */

const SVG = "http://www.w3.org/2000/svg";
const STEP = 62; // from one year to the next: years stand side by side, however far apart they are
const HEIGHT = 132;
const SIDE = 30;
const TOP = 24;
const BOTTOM = 38;
const LINE = 13; // height of a label

/** Whether there is something to draw: figures of two years. @param {Fact[]} facts */
export const isDrawn = (facts) => new Set(pointsOf(facts).map(({ year }) => year)).size > 1;

/** A chart of the facts that have a year and a figure in the commonest unit. @param {Fact[]} facts */
export function chart(facts) {
  const points = pointsOf(facts);
  const years = [...new Set(points.map(({ year }) => year))];
  const width = 2 * SIDE + (years.length - 1) * STEP;
  const across = (/** @type {number} */ year) => SIDE + years.indexOf(year) * STEP;
  const up = scale([...points.map(({ value }) => value), 0], HEIGHT - BOTTOM, TOP);
  const drawing = node("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, class: "chart", role: "img", width, height: HEIGHT });
  drawing.setAttribute("aria-label", words.chartSays(points.map(({ fact }) => `${period(fact.year)}: ${words.statuses[fact.status]} ${figure(fact)}`).join("; ")));
  drawing.append(node("line", { x1: 0, x2: width, y1: HEIGHT - 18, y2: HEIGHT - 18, class: "axis" }));
  for (const reached of [false, true]) {
    const line = points.filter((point) => point.reached === reached);
    if (line.length > 1) drawing.append(node("polyline", { points: line.map(({ year, value }) => `${across(year)},${up(value)}`).join(" "), class: reached ? "reached" : "aimed" }));
  }
  for (const year of years) {
    const there = points.filter((point) => point.year === year).map((point) => ({ ...point, y: up(point.value) }));
    drawing.append(...there.map(({ reached, y }) => node("circle", { cx: across(year), cy: y, r: reached ? 4 : 6, class: reached ? "reached" : "aimed" })));
    drawing.append(...labels(there, across(year)), label(String(year), across(year), HEIGHT - 4));
  }
  return drawing;
}

/** What is the unit of the figures that are drawn, where it does not stand with them. @param {Fact[]} facts */
export function unitOf(facts) {
  const [point] = pointsOf(facts);
  return point && !point.fact.unit.startsWith("%") ? point.fact.unit : "";
}

/** @param {Fact[]} facts @returns {Point[]} in order of their years */
function pointsOf(facts) {
  const counts = new Map();
  for (const { unit, value } of facts) if (value !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const unit = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a))[0];
  const points = facts
    .filter((fact) => fact.value !== null && fact.unit === unit && fact.year !== null)
    .map((fact) => ({
      year: Number(String(fact.year).slice(-4)),
      value: Array.isArray(fact.value) ? fact.value[1] : fact.value,
      reached: fact.status === "result",
      fact,
    }));
  const said = new Set(); // several documents say the same
  return points
    .filter(({ year, value, reached }) => !said.has(`${year} ${value} ${reached}`) && said.add(`${year} ${value} ${reached}`))
    .sort((a, b) => a.year - b.year);
}

/** @param {number[]} values @param {number} from @param {number} to @returns {(value: number) => number} */
function scale(values, from, to) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return (value) => Math.round((high > low ? from + ((value - low) / (high - low)) * (to - from) : (from + to) / 2) * 10) / 10;
}

/** The figures of a year: over the highest, under the others; one that would cover another is left to the table. @param {(Point & {y: number})[]} there @param {number} x */
function labels(there, x) {
  /** @type {number[]} */
  const taken = [];
  return [...there].sort((a, b) => a.y - b.y).flatMap(({ fact, y }, n) => {
    const at = n ? y + LINE + 3 : y - 8;
    if (taken.some((other) => Math.abs(other - at) < LINE) || at > HEIGHT - 20) return [];
    taken.push(at);
    return [label(figure({ ...fact, unit: fact.unit.startsWith("%") ? "%" : "" }), x, at)];
  });
}

/** @param {string} text @param {number} x @param {number} y */
function label(text, x, y) {
  const made = node("text", { x, y, "text-anchor": "middle" });
  made.textContent = text;
  return made;
}

/** @param {string} tag @param {Record<string, string | number>} attributes */
export function node(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
