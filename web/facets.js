// @ts-check
// Narrowing: how many of the found passages have which type, body, year, document, collection; and what is narrowed to already.

import { api } from "./api.js";
import { FILTERS, fields, withoutFilters } from "./asked.js";
import { count, element, make, name } from "./dom.js";
import { addressWith, go } from "./router.js";
import { words } from "./words.js";

/** @typedef {import("./asked.js").Asked} Asked */
/** @typedef {import("./asked.js").Field} Field */
/** @typedef {{value: string, count: number}} Value */

const SHOWN = 6; // values of a field, before the rest is asked for
const ROOM = 768; // pixels of the view, from which the choices stand beside the results

const groups = element("facet-groups");
const tags = element("active-filters");
/** @type {Map<string, string>} */
const names = new Map(); // of documents, by id
/** @type {Set<Field>} */
const unfolded = new Set();

/** Beside the results there is nothing to fold. */
export function startFacets() {
  const facets = /** @type {HTMLDetailsElement} */ (element("facets"));
  let beside = false;
  new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width === 0 || contentRect.width >= ROOM === beside) return;
    beside = !beside;
    facets.open = beside;
  }).observe(element("view-ask"));
}

/** Names of documents that are known already. @param {import("./dom.js").Citation[]} citations */
export function learnNames(citations) {
  for (const { document } of citations) names.set(document.id, name(document));
}

/** @param {string} id */
async function nameOf(id) {
  if (!names.has(id)) {
    try {
      names.set(id, name(await api.document(id)));
    } catch {
      return words.documentGone;
    }
  }
  return names.get(id) ?? id;
}

/** @param {Field} field @param {string} value */
const label = async (field, value) => (field === "document" ? nameOf(value) : field === "year" ? value : value[0].toUpperCase() + value.slice(1));

/** The filters of the address as tags, each with a button that takes it off. @param {Asked} asked */
export async function showTags(asked) {
  const chosen = fields.flatMap((field) => (asked.filters[field] ?? []).map((value) => ({ field, value })));
  tags.hidden = chosen.length === 0;
  tags.dataset.key = asked.key;
  const items = await Promise.all(chosen.map(async ({ field, value }) => tag(field, value, await label(field, value))));
  if (tags.dataset.key !== asked.key) return; // others are wanted by now
  if (items.length > 1) items.push(item(button(words.allFiltersOff, words.allFiltersOff, "bare", () => go(addressWith({ ...withoutFilters(), mo: null })))));
  tags.replaceChildren(...items);
}

/** @param {Field} field @param {string} value @param {string} text */
function tag(field, value, text) {
  const whole = `${words.facets[field]}: ${text}`;
  const off = button(whole, words.filterOff(whole), "quiet filter", () => set(field, value, false));
  off.append(make("span", "×", "cross"));
  return item(off);
}

/** @param {string} text @param {string} called @param {string} className @param {() => void} act */
function button(text, called, className, act) {
  const made = make("button", "", className);
  made.append(make("span", text));
  made.type = "button";
  made.setAttribute("aria-label", called);
  made.addEventListener("click", act);
  return made;
}

/** @param {Node} content */
function item(content) {
  const made = make("li");
  made.append(content);
  return made;
}

/** By what the address says now: the boxes may still be those of the question before. @param {Field} field @param {string} value @param {boolean} on */
function set(field, value, on) {
  const others = new URLSearchParams(location.search).getAll(FILTERS[field]).filter((one) => one !== value);
  go(addressWith({ [FILTERS[field]]: on ? [...others, value] : others, mo: null }));
}

/**
 * The choices. Of a field that is narrowed already, the counts are those without it: or nothing else could be chosen there.
 * @param {Asked} asked @param {Record<Field, Value[]>} found @param {AbortSignal} signal
 */
export async function showFacets(asked, found, signal) {
  const all = await Promise.all(fields.map(async (field) => ({ field, values: await valuesOf(field, asked, found, signal) })));
  const useful = all.filter(({ field, values }) => values.length > 1 || asked.filters[field]);
  const drawn = await Promise.all(useful.map(({ field, values }) => group(field, values, asked)));
  if (signal.aborted) return;
  const focused = document.activeElement instanceof HTMLInputElement && groups.contains(document.activeElement) ? document.activeElement : null;
  groups.replaceChildren(...drawn);
  element("facets").hidden = drawn.length === 0;
  if (focused) boxes().find((box) => box.name === focused.name && box.value === focused.value)?.focus();
}

const boxes = () => [...groups.querySelectorAll("input")];

/** @param {Field} field @param {Asked} asked @param {Record<Field, Value[]>} found @param {AbortSignal} signal @returns {Promise<Value[]>} */
async function valuesOf(field, asked, found, signal) {
  const { [field]: chosen, ...others } = asked.filters;
  if (!chosen) return sorted(field, found[field]);
  const wider = await api.search(asked.question, { ...others, as_typed: asked.asTyped, limit: 1 }, signal);
  const values = /** @type {Value[]} */ (wider.facets[field]);
  const missing = chosen.filter((value) => !values.some((one) => one.value === value));
  return sorted(field, [...values, ...missing.map((value) => ({ value, count: 0 }))]);
}

/** Years in their order, the rest by how often. @param {Field} field @param {Value[]} values */
const sorted = (field, values) => (field === "year" ? [...values].sort((a, b) => Number(b.value) - Number(a.value)) : values);

/** @param {Field} field @param {Value[]} values @param {Asked} asked */
async function group(field, values, asked) {
  const chosen = asked.filters[field] ?? [];
  const first = unfolded.has(field) ? values : values.filter(({ value }, n) => n < SHOWN || chosen.includes(value));
  const made = make("fieldset", "", "facet");
  made.append(make("legend", words.facets[field]));
  const rest = values.length - first.length;
  made.append(...(await Promise.all(first.map((value) => choice(field, value, asked)))));
  if (rest > 0) {
    const more = make("button", words.moreValues(rest), "bare small");
    more.type = "button";
    more.addEventListener("click", async () => {
      unfolded.add(field);
      const whole = await group(field, values, asked);
      made.replaceWith(whole);
      whole.querySelectorAll("input")[first.length]?.focus();
    });
    made.append(more);
  }
  return made;
}

/** @param {Field} field @param {Value} value @param {Asked} asked */
async function choice(field, { value, count: many }, asked) {
  const made = make("label", "", "choice");
  const box = make("input");
  box.type = "checkbox";
  box.name = field;
  box.value = value;
  box.checked = asked.filters[field]?.includes(value) ?? false;
  box.addEventListener("change", () => set(field, value, box.checked));
  made.append(box, make("span", await label(field, value), "value"), " ", make("span", `(${count(many)})`, "soft"));
  return made;
}
