// @ts-check
// Asking: the question box, the answer, the source beside it. The address holds all of it, so it can be linked, reloaded and gone back to.

import { ApiError, api, searchFor } from "./api.js";
import { FILTERS, readAsked } from "./asked.js";
import { documentAddress, element } from "./dom.js";
import { showTags, startFacets } from "./facets.js";
import { announce, tell } from "./page.js";
import { forgetQuestions, rememberQuestion } from "./recent.js";
import { addressWith, go } from "./router.js";
import { closeSuggestions, startSuggesting } from "./suggest.js";
import { makeTrouble } from "./trouble.js";
import { leaveWelcome, showWelcome, startWelcome } from "./welcome.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Citation} Citation */
/** @typedef {import("./asked.js").Asked} Asked */

const input = /** @type {HTMLInputElement} */ (element("question"));
const results = element("results");
const trouble = makeTrouble("ask-trouble");
/** @type {AbortController | null} */
let asking = null;
/** What is shown: its key and its citations. @type {{key: string, question: string, citations: Citation[]} | null} */
let shown = null;
/** What draws answers, once something was asked. @type {typeof import("./answered.js") | null} */
let drawing = null;

/** @type {import("./router.js").View} */
export const askView = { section: "view-ask", path: /^\/$/, title: words.title, show, leave };

export function startAsking() {
  element("ask").addEventListener("submit", (event) => {
    event.preventDefault();
    submit(input.value.trim());
  });
  startSuggesting(choose);
  startFacets();
  startWelcome(trouble);
}

/** @param {string} question */
function submit(question) {
  shown = null; // asked again: documents may have come since
  if (matchMedia("(pointer: coarse)").matches) input.blur(); // the keyboard on the screen would hide the answer
  go(question ? addressWith({ q: question, truoc: null, as_typed: null, mo: null }) : "/");
}

/** @param {import("./suggest.js").Suggestion} suggestion */
function choose({ kind, text, id }) {
  if (kind === "document" && id) {
    go(documentAddress(id));
  } else if (kind === "issuer") {
    const asked = readAsked(new URLSearchParams(location.search));
    input.value = asked.question; // what was typed was the body's name
    go(addressWith({ [FILTERS.issuer]: [...new Set([...(asked.filters.issuer ?? []), text])], mo: null }));
  } else if (kind === "question") {
    input.value = text;
    submit(text);
  } else {
    if (kind === "history") return go("/lich-su");
    const back = forgetQuestions();
    announce(words.questionsForgotten, back);
    if (!element("welcome").hidden) showWelcome();
  }
}

/** Show what the address says. @param {string[]} _ @param {URLSearchParams} query */
function show(_, query) {
  const asked = readAsked(query);
  document.title = asked.question ? `${asked.question} – ${words.title}` : words.title;
  if (asked.question && asked.key === shown?.key) {
    drawing?.showOpen(asked.open, shown.citations);
    return;
  }
  asking?.abort(); // so that its answer cannot come late
  trouble.clear();
  closeSuggestions();
  drawing?.putAway({ focus: true });
  input.value = asked.question;
  void showTags(asked);
  if (asked.question) void ask(asked);
  else showHome();
}

function leave() {
  if (!shown) asking?.abort();
  trouble.clear();
  leaveWelcome();
  closeSuggestions();
  drawing?.putAway();
  // coming back from reading, everything is as it was; from elsewhere, documents may have been added or deleted
  if (!/^\/van-ban\/./.test(location.pathname)) shown = null;
}

function showHome() {
  shown = null;
  for (const id of ["results", "asked", "waiting"]) element(id).hidden = true;
  tell("", false);
  showWelcome();
  keepFocus();
}

/** What had the focus may just have been hidden. */
function keepFocus() {
  const at = document.activeElement;
  if (!at || at === document.body || !at.checkVisibility()) input.focus({ preventScroll: true });
}

/** What draws answers is fetched when something was answered first: where a fetch has failed, browsers do not try again. */
async function loadDrawing() {
  try {
    return (drawing ??= await import("./answered.js"));
  } catch {
    throw new ApiError(words.serverGone);
  }
}

/** @param {Asked} asked */
async function ask(asked) {
  const { signal } = (asking = new AbortController());
  wait(asked);
  try {
    const answering = api.ask(asked, signal);
    const searched = asked.previous ? { ...asked, question: (await answering).follows?.asked ?? asked.question } : asked;
    const [answer, found] = await Promise.all([answering, searchFor(searched, signal)]);
    const { showAnswered } = await loadDrawing();
    if (signal.aborted) return;
    trouble.clear({ well: true });
    const { question, previous } = asked;
    rememberQuestion({ question, before: previous || undefined, kind: answer.kind, status: answer.status });
    shown = { key: asked.key, question, citations: answer.citations };
    showAnswered({ asked, searched, answer, found, signal });
  } catch (error) {
    if (signal.aborted) return;
    results.hidden = true;
    element("waiting").hidden = true;
    trouble.show(error, () => void ask(asked));
  }
}

/** The same question, narrowed: its results stay until the new ones are there. Another: room is kept for them. @param {Asked} asked */
function wait(asked) {
  const same = asked.question === shown?.question;
  shown = null;
  tell(words.searching, false);
  leaveWelcome();
  results.setAttribute("aria-busy", "true");
  element("asked").hidden = false;
  element("asked").textContent = asked.question;
  if (same) return;
  results.hidden = true;
  element("waiting").hidden = !element("ask-trouble").hidden;
  if (document.activeElement !== document.body) keepFocus();
}
