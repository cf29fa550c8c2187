// @ts-check
// A small chart as SVG: years across, figures up; hollow for what is aimed at, filled for what was reached.

import { figure, period } from "./ledger_rows.js";
import { words } from "./words.js";

/** @typedef {import("./ledger_rows.js").Fact} Fact */
/** @typedef {{year: number, value: number, reached: boolean, fact: Fact}} Point */

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 300;
const HEIGHT = 110;
const LEFT = 14;
const RIGHT = 14;
const TOP = 22;
const BOTTOM = 22;

/** Whether there is something to draw: figures of two years. @param {Fact[]} facts */
export const isDrawn = (facts) => new Set(pointsOf(facts).map(({ year }) => year)).size > 1;

/** A chart of the facts that have a year and a figure in the commonest unit. @param {Fact[]} facts */
export function chart(facts) {
  const points = pointsOf(facts);
  const across = scale(points.map(({ year }) => year), LEFT, WIDTH - RIGHT);
  const up = scale([...points.map(({ value }) => value), 0], HEIGHT - BOTTOM, TOP);
  const drawing = node("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "chart", role: "img", width: WIDTH, height: HEIGHT });
  drawing.setAttribute("aria-label", words.chartSays(points.map(({ fact }) => `${period(fact.year)}: ${words.statuses[fact.status]} ${figure(fact)}`).join("; ")));
  drawing.append(node("line", { x1: LEFT, x2: WIDTH - RIGHT, y1: HEIGHT - BOTTOM, y2: HEIGHT - BOTTOM, class: "axis" }));
  for (const reached of [false, true]) {
    const line = points.filter((point) => point.reached === reached);
    if (line.length > 1) drawing.append(node("polyline", { points: line.map(({ year, value }) => `${across(year)},${up(value)}`).join(" "), class: reached ? "reached" : "aimed" }));
  }
  for (const point of points) drawing.append(...dot(point, across(point.year), up(point.value)));
  const years = [...new Set(points.map(({ year }) => year))];
  for (const year of [years[0], years[years.length - 1]]) drawing.append(label(String(year), across(year), HEIGHT - 6, year === years[0] ? "start" : "end"));
  return drawing;
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

/** @param {Point} point @param {number} x @param {number} y */
function dot({ reached, fact }, x, y) {
  const side = x < WIDTH / 3 ? "start" : x > (WIDTH * 2) / 3 ? "end" : "middle";
  return [node("circle", { cx: x, cy: y, r: 4.5, class: reached ? "reached" : "aimed" }), label(figure(fact), x, y - 9, side)];
}

/** @param {string} text @param {number} x @param {number} y @param {string} anchor */
function label(text, x, y, anchor) {
  const made = node("text", { x, y, "text-anchor": anchor });
  made.textContent = text;
  return made;
}

/** @param {string} tag @param {Record<string, string | number>} attributes */
export function node(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
