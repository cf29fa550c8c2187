// @ts-check
// Asking on from an answer, with no more than what is new. How the question was understood is told, and it can be asked alone.

import { element, part } from "./dom.js";
import { addressWith, go } from "./router.js";
import { words } from "./words.js";

/** @typedef {import("./asked.js").Asked} Asked */

const form = element("ask-on");
const input = /** @type {HTMLInputElement} */ (element("ask-on-text"));
/** The whole question that was answered. */
let whole = "";

export function startAskingOn() {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const question = input.value.trim();
    if (question) go(addressWith({ q: question, truoc: whole, as_typed: null, mo: null }));
  });
}

/** @param {Asked} asked @param {any} answer */
export function showAskingOn(asked, answer) {
  whole = answer.follows?.asked ?? asked.question;
  input.value = "";
  const note = element("follows");
  note.hidden = !asked.previous;
  if (!asked.previous) return;
  const { follows } = answer;
  part(note, "span").textContent = follows ? words.follows(follows.question, follows.asked) : words.followsNot(asked.previous);
  const alone = /** @type {HTMLAnchorElement} */ (part(note, "a"));
  alone.hidden = !follows;
  alone.href = addressWith({ truoc: null, mo: null });
}
