// @ts-check
// A note of what failed, with a button to try again; while nobody answers at all, it tries again by itself.

import { ApiError } from "./api.js";
import { element, part } from "./dom.js";
import { announce } from "./page.js";
import { words } from "./words.js";

const TRY_EVERY = 2000; // milliseconds

/** @param {string} id the note: an element with a paragraph and a button */
export function makeTrouble(id) {
  const note = element(id);
  const text = part(note, "p");
  let wasGone = false;
  let timer = 0;

  /** @param {unknown} error @param {() => void} again */
  function show(error, again) {
    if (error instanceof DOMException && error.name === "AbortError") return;
    if (!(error instanceof ApiError)) throw error;
    clearTimeout(timer);
    wasGone = error.status === 0;
    const said = wasGone ? `${error.message} ${words.tryingAgain}` : error.message;
    if (text.textContent !== said) text.textContent = said; // or it would be read out each time
    part(note, "button").onclick = again;
    note.hidden = false;
    if (wasGone) timer = window.setTimeout(again, TRY_EVERY);
  }

  /** It went well, or something else is to be done. @param {{well?: boolean}} [how] */
  function clear({ well = false } = {}) {
    clearTimeout(timer);
    if (well && wasGone) announce(words.serverBack);
    wasGone = false;
    note.hidden = true;
    text.textContent = "";
  }

  return { show, clear };
}
