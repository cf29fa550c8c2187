// @ts-check
// The quotation of a chip, shown while the chip is pointed at or has the focus. It stays while it is pointed at itself, and Escape closes it.

import { element, part, showSegments } from "./dom.js";

/** @typedef {import("./dom.js").Citation} Citation */

const SHOW_AFTER = 120; // milliseconds: passing over a chip shows nothing
const HIDE_AFTER = 250; // the way from the chip to the quotation
const GAP = 6; // pixels between them

const box = element("peek");
/** @type {HTMLElement | null} */
let chip = null;
let timer = 0;

export function startPeeking() {
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", hideSoon);
  // before others hear of it: Escape closes one thing at a time
  addEventListener("keydown", closeByKey, { capture: true });
}

/** @param {HTMLElement} target @param {Citation} citation @param {string} where */
export function offerPeek(target, citation, where) {
  const show = () => showAt(target, citation, where);
  target.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "touch") return; // a touch opens the source at once
    clearTimeout(timer);
    timer = window.setTimeout(show, SHOW_AFTER);
  });
  target.addEventListener("pointerleave", hideSoon);
  target.addEventListener("focus", () => target.matches(":focus-visible") && show());
  target.addEventListener("blur", hidePeek);
}

export function hidePeek() {
  clearTimeout(timer);
  box.hidden = true;
  chip?.removeAttribute("aria-describedby");
  chip = null;
}

function hideSoon() {
  clearTimeout(timer);
  timer = window.setTimeout(hidePeek, HIDE_AFTER);
}

/** @param {KeyboardEvent} event */
function closeByKey(event) {
  if (event.key !== "Escape" || box.hidden) return;
  hidePeek();
  event.stopImmediatePropagation();
}

/** @param {HTMLElement} target @param {Citation} citation @param {string} where */
function showAt(target, citation, where) {
  hidePeek();
  if (!target.isConnected) return;
  chip = target;
  part(box, ".where").textContent = where;
  showSegments(part(box, "blockquote"), citation.segments);
  target.setAttribute("aria-describedby", box.id);
  box.hidden = false;
  box.scrollTop = 0;
  putBeside(target.getBoundingClientRect());
}

/** Under the chip, or over it where there is more room. @param {DOMRect} at */
function putBeside(at) {
  const width = document.documentElement.clientWidth;
  const under = innerHeight - at.bottom;
  const over = under < box.offsetHeight + GAP && at.top > under;
  box.style.left = `${scrollX + Math.max(8, Math.min(at.left - 12, width - box.offsetWidth - 8))}px`;
  box.style.top = `${scrollY + (over ? at.top - box.offsetHeight - GAP : at.bottom + GAP)}px`;
}
