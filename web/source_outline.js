// @ts-check
// The titles of an opened source; the one over the cited place is marked.

import { element, make, part } from "./dom.js";

/** @typedef {{level: number, text: string, start: number, end: number}} Title */

/** @param {Title[]} titles @param {{start: number}} place @param {(title: Title) => void} go */
export function showOutline(titles, place, go) {
  const fold = /** @type {HTMLDetailsElement} */ (element("source-outline"));
  fold.hidden = titles.length === 0;
  fold.ontoggle = () => fold.open && fold.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", behavior: "instant" });
  const current = titles.findLast((title) => title.start <= place.start);
  const leave = (/** @type {Title} */ title) => {
    fold.open = false; // it would cover what it leads to
    part(fold, "summary").focus({ preventScroll: true });
    go(title);
  };
  element("source-titles").replaceChildren(...titles.map((title) => titleItem(title, title === current, leave)));
}

/** @param {Title} title @param {boolean} current @param {(title: Title) => void} go */
function titleItem(title, current, go) {
  const button = make("button", title.text, "bare");
  button.type = "button";
  if (current) button.setAttribute("aria-current", "location");
  button.addEventListener("click", () => go(title));
  const item = make("li", "", `level-${Math.min(title.level, 5)}`);
  item.append(button);
  return item;
}
