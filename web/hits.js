// @ts-check
// The passages that were found, best first; more of them are put below without moving what is read.

import { AT_ONCE, searchFor } from "./api.js";
import { fillQuote } from "./citations.js";
import { copy, element, part } from "./dom.js";
import { learnNames } from "./facets.js";
import { say, tell } from "./page.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Citation} Citation */
/** @typedef {import("./asked.js").Asked} Asked */
/** @typedef {(hit: Citation) => void} Open */

const list = element("hits");
const more = /** @type {HTMLButtonElement} */ (element("more-hits"));
/** All that are shown: the source pages through them, too. @type {Citation[]} */
export let shownHits = [];
let looked = 0; // at so many candidates; some have no unit that fits, and are no hits

/** @param {Asked} asked @param {any} found the first of them @param {Open} open @param {AbortSignal} signal */
export function showHits(asked, found, open, signal) {
  list.replaceChildren();
  shownHits = [];
  looked = 0;
  add(found, open);
  element("hits-section").hidden = found.total === 0;
  more.onclick = () => void showMore(asked, open, signal);
}

/** @param {Asked} asked @param {Open} open @param {AbortSignal} signal */
async function showMore(asked, open, signal) {
  more.disabled = true;
  try {
    const found = await searchFor(asked, signal, looked);
    const items = add(found, open);
    if (items.length) part(items[0], "a").focus({ preventScroll: true }); // it stands where the button stood
    tell(words.moreShown(items.length), false);
  } catch (error) {
    say(error);
  }
  more.disabled = false;
}

/** @param {any} found @param {Open} open */
function add(found, open) {
  learnNames(found.hits);
  const items = found.hits.map((/** @type {Citation} */ hit) => fillQuote(copy("hit-template"), hit, open));
  shownHits = [...shownHits, ...found.hits];
  looked += AT_ONCE;
  list.append(...items);
  element("hits-title").textContent = words.hits(shownHits.length, found.total, found.total_is_bound);
  more.hidden = looked >= found.total;
  return items;
}
