// @ts-check
// Suggestions under the question box while typing: documents, bodies, questions asked before. A combobox as ARIA describes it.

import { api } from "./api.js";
import { element, folded, make } from "./dom.js";
import { recentQuestions } from "./recent.js";
import { words } from "./words.js";

/** @typedef {{kind: "question" | "document" | "issuer" | "forget" | "history", text: string, id: string | null}} Suggestion */

const WAIT = 120; // milliseconds after the last letter
const LONGEST = 200; // letters that the server takes
const MOST_ASKED_BEFORE = 3; // beside what the server suggests

const input = /** @type {HTMLInputElement} */ (element("question"));
const list = element("suggestions");
/** @type {Suggestion[]} */
let shown = [];
let active = -1;
let timer = 0;
/** @type {AbortController | null} */
let looking = null;
/** @type {(chosen: Suggestion) => void} */
let choose = () => {};

/** @param {(chosen: Suggestion) => void} chosen */
export function startSuggesting(chosen) {
  choose = chosen;
  input.addEventListener("input", (event) => {
    // what an input method is still composing is no word yet, but Vietnamese ones compose all the time
    closeSuggestions();
    if (input.value.trim()) timer = window.setTimeout(look, WAIT);
    else if (event.isTrusted) showAskedBefore();
  });
  input.addEventListener("click", () => !input.value.trim() && showAskedBefore());
  input.addEventListener("keydown", useKey);
  input.addEventListener("blur", closeSuggestions);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays in the box
}

/** Close the list; suggestions still on their way are not wanted. */
export function closeSuggestions() {
  clearTimeout(timer);
  looking?.abort();
  show([]);
}

/** Ask the server, and show what comes unless something else was typed meanwhile. */
async function look() {
  looking?.abort();
  const mine = new AbortController();
  looking = mine;
  const typed = input.value.trim();
  try {
    const { suggestions } = await api.suggest(typed.slice(0, LONGEST), mine.signal);
    if (mine.signal.aborted || document.activeElement !== input) return;
    show([...askedBefore(typed), ...suggestions.map((/** @type {any} */ one) => ({ kind: one.kind, text: one.text, id: one.document_id }))]);
  } catch {
    // suggestions are a help, no more: who asks is told of the trouble
  }
}

/** @param {string} typed @returns {Suggestion[]} */
function askedBefore(typed) {
  const wanted = folded(typed);
  const fitting = recentQuestions().filter((question) => question !== typed && folded(question).includes(wanted));
  return fitting.slice(0, MOST_ASKED_BEFORE).map((text) => ({ kind: "question", text, id: null }));
}

function showAskedBefore() {
  const before = recentQuestions();
  if (!before.length) return;
  /** @type {Suggestion[]} */
  const questions = before.map((text) => ({ kind: "question", text, id: null }));
  show([...questions, { kind: "history", text: words.seeHistory, id: null }, { kind: "forget", text: words.forgetQuestions, id: null }]);
}

/** @param {Suggestion[]} suggestions */
function show(suggestions) {
  shown = suggestions;
  list.replaceChildren(...suggestions.map(option));
  list.hidden = suggestions.length === 0;
  input.setAttribute("aria-expanded", String(suggestions.length > 0));
  activate(-1);
}

/** @param {Suggestion} suggestion @param {number} n */
function option(suggestion, n) {
  const item = make("li", "", suggestion.kind);
  item.id = `suggestion-${n}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  if (suggestion.kind !== "forget" && suggestion.kind !== "history") item.append(make("span", words.suggestionKinds[suggestion.kind], "kind"), " ");
  item.append(make("span", suggestion.text));
  item.addEventListener("click", () => take(suggestion));
  return item;
}

/** @param {Suggestion} suggestion */
function take(suggestion) {
  closeSuggestions();
  choose(suggestion);
}

/** @param {number} n -1: none */
function activate(n) {
  active = n;
  for (const [at, item] of [...list.children].entries()) item.setAttribute("aria-selected", String(at === n));
  if (n < 0) {
    input.removeAttribute("aria-activedescendant");
  } else {
    input.setAttribute("aria-activedescendant", `suggestion-${n}`);
    list.children[n].scrollIntoView({ block: "nearest", behavior: "instant" });
  }
}

/** @param {KeyboardEvent} event */
function useKey(event) {
  if (event.isComposing) return;
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step) {
    if (list.hidden) {
      if (!input.value.trim()) showAskedBefore();
      else void look();
    } else {
      activate(((active + 1 + step + shown.length + 1) % (shown.length + 1)) - 1); // one of the places is the box itself
    }
    event.preventDefault();
  } else if (event.key === "Enter" && active >= 0) {
    take(shown[active]);
    event.preventDefault();
  } else if (event.key === "Escape" && !list.hidden) {
    closeSuggestions();
    event.preventDefault(); // or the box would be emptied
    event.stopPropagation();
  }
}
