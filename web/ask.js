// @ts-check
// Asking: the question box, the answer, the source beside it. The address holds all of it, so it can be linked, reloaded and gone back to.

import { showAnswer } from "./answers.js";
import { api } from "./api.js";
import { FILTERS, readAsked } from "./asked.js";
import { showAskingOn, startAskingOn } from "./asking_on.js";
import { documentAddress, element } from "./dom.js";
import { learnNames, showFacets, showTags, startFacets } from "./facets.js";
import { searchFor, showHits } from "./hits.js";
import { showAdvice } from "./not_found.js";
import { leaveSource, open, showOpen, startOpening } from "./opening.js";
import { announce, say, tell } from "./page.js";
import { hidePeek, startPeeking } from "./peek.js";
import { forgetQuestions, rememberQuestion } from "./recent.js";
import { addressWith, go } from "./router.js";
import { hideSource, sourceIsOpen } from "./source.js";
import { closeSuggestions, startSuggesting } from "./suggest.js";
import { makeTrouble } from "./trouble.js";
import { showVerdict, startVerdicts } from "./verdicts.js";
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

/** @type {import("./router.js").View} */
export const askView = { section: "view-ask", path: /^\/$/, title: words.title, show, leave };

export function startAsking() {
  element("ask").addEventListener("submit", (event) => {
    event.preventDefault();
    submit(input.value.trim());
  });
  startSuggesting(choose);
  startPeeking();
  startFacets();
  startWelcome(trouble);
  startOpening();
  startAskingOn();
  startVerdicts();
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
    showOpen(asked.open, shown.citations);
    return;
  }
  asking?.abort(); // so that its answer cannot come late
  trouble.clear();
  closeSuggestions();
  hidePeek();
  if (sourceIsOpen()) leaveSource();
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
  hidePeek();
  hideSource();
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

/** @param {Asked} asked */
async function ask(asked) {
  const { signal } = (asking = new AbortController());
  wait(asked);
  try {
    const answering = api.ask(asked, signal);
    const searched = asked.previous ? { ...asked, question: (await answering).follows?.asked ?? asked.question } : asked;
    const [answer, found] = await Promise.all([answering, searchFor(searched, signal)]);
    if (signal.aborted) return;
    trouble.clear({ well: true });
    showResults(asked, answer);
    showHits(searched, found, open, signal);
    showFacets(searched, found.facets, signal).catch(say);
    showReadAs(answer.follows ? null : (answer.read_as ?? found.read_as), answer.preferred ?? []);
    showOpen(asked.open, answer.citations);
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

/** @param {Asked} asked @param {any} answer */
function showResults(asked, answer) {
  const answered = answer.status === "answered";
  const { question, previous } = asked;
  rememberQuestion({ question, before: previous || undefined, kind: answer.kind, status: answer.status });
  learnNames(answer.citations);
  showAnswer(answer, open);
  if (!answered) showAdvice(asked, answer.citations);
  showVerdict({ question, before: previous || undefined, whole: answer.follows?.asked ?? question }, answered);
  showAskingOn(asked, answer);
  element("waiting").hidden = true;
  results.removeAttribute("aria-busy");
  results.hidden = false;
  shown = { key: asked.key, question: asked.question, citations: answer.citations };
  tell(answered ? words.answered(answer.citations.length) : `${words.notFound}.`, false);
}

/** @param {string | null} readAs @param {{symbol: string | null, title: string}[]} preferred documents that the question names */
function showReadAs(readAs, preferred) {
  const names = [...new Set(preferred.map((one) => one.symbol).filter(Boolean))];
  const first = names.length ? names : preferred.slice(0, 1).map((one) => one.title);
  element("read-as").hidden = !readAs && !first.length;
  element("read-as-text").textContent = readAs ? words.readAs(readAs) : "";
  element("preferred").textContent = first.length ? words.preferred(first.join(", ")) : "";
  element("as-typed").hidden = !readAs;
  /** @type {HTMLAnchorElement} */ (element("as-typed")).href = addressWith({ as_typed: 1, mo: null });
}
