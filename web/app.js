// @ts-check
// Events and state. The address is the state: /?q=… is a question, so it can be linked, reloaded and gone back to.

import { startAdding } from "./adding.js";
import { ApiError, api } from "./api.js";
import { citationItem, element, exampleItem, facts, hitItem, name, showAnswer, showSource } from "./view.js";
import { words } from "./words.js";

const input = /** @type {HTMLInputElement} */ (element("question"));
const status = element("status");
/** @type {AbortController | null} */
let asking = null;
/** @type {HTMLElement | null} */
let openedFrom = null;
let openings = 0;

/** @param {string} text @param {boolean} seen false: for screen readers only, what is seen says it already */
function tell(text, seen = true) {
  status.textContent = text;
  status.classList.toggle("unseen", !seen);
}

/** @param {unknown} error */
function say(error) {
  if (!(error instanceof ApiError)) throw error;
  tell(error.message);
}

/** Ask what the address says; what was asked before is given up, so that its answer cannot come late. */
async function showAddress() {
  const question = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  input.value = question;
  document.title = question ? `${question} – Căn Cứ` : "Căn Cứ";
  asking?.abort();
  leaveSource();
  element("welcome").hidden = question !== "";
  element("results").hidden = true;
  tell("");
  if (!question) return;
  asking = new AbortController();
  tell(words.searching);
  try {
    showResults(...(await Promise.all([api.ask(question, asking.signal), api.search(question, asking.signal)])));
  } catch (error) {
    if (!(error instanceof DOMException)) say(error);
  }
}

/** @param {any} answer @param {any} found */
function showResults(answer, found) {
  const answered = answer.status === "answered";
  const near = answer.citations.length > 0;
  const readAs = answer.read_as ? words.readAs(answer.read_as) : "";
  tell([readAs, answered ? words.answered(answer.citations.length) : `${words.notFound}.`].join(" "), readAs !== "");
  element("asked").textContent = answer.question;
  element("answer").classList.toggle("not-found", !answered);
  element("answer-title").textContent = answered ? words.answer : words.notFound;
  showAnswer(element("answer-text"), answered ? answer.answer : near ? words.notFoundHelp : words.nothingNear, answer.citations, openSource);
  element("citations").setAttribute("aria-label", answered ? words.citations : words.nearest);
  element("citations").replaceChildren(...answer.citations.map((/** @type {any} */ c) => citationItem(c, openSource)));
  element("hits").replaceChildren(...found.hits.map((/** @type {any} */ hit) => hitItem(hit, openSource)));
  element("hits-title").textContent = words.hits(found.hits.length, found.total, found.total_is_bound);
  element("results").hidden = false;
}

/** @param {any} citation */
async function openSource(citation) {
  const mine = ++openings;
  const from = /** @type {HTMLElement} */ (document.activeElement);
  try {
    const shown = await api.view(citation.document.id, citation.start, citation.end);
    if (openings !== mine) return;
    openedFrom = from;
    element("source-title").textContent = name(shown.document);
    element("source-facts").textContent = facts(shown.document);
    /** @type {HTMLAnchorElement} */ (element("source-file")).href = `/api/documents/${shown.document.id}/file`;
    element("source").hidden = false;
    document.body.classList.add("with-source");
    showSource(element("source-text"), shown.paragraphs);
    element("source").focus({ preventScroll: true });
  } catch (error) {
    say(error);
  }
}

/** Back to where the source was opened from. */
function closeSource() {
  if (element("source").hidden) return;
  hideSource();
  openedFrom?.focus();
}

/** On to another question: a source that is still coming stays away, and nobody is left standing in a hidden one. */
function leaveSource() {
  openings += 1;
  if (element("source").contains(document.activeElement)) input.focus();
  hideSource();
}

function hideSource() {
  element("source").hidden = true;
  document.body.classList.remove("with-source");
}

/** @param {string} question */
function go(question) {
  const address = question ? `/?q=${encodeURIComponent(question)}` : "/";
  if (address !== location.pathname + location.search) history.pushState(null, "", address);
  void showAddress();
}

/** How many documents there are, and, while the samples are among them, questions to try. */
async function showSize() {
  try {
    const { total, documents } = await api.documents();
    const samples = documents.filter((/** @type {any} */ doc) => doc.sample).length;
    element("corpus-size").textContent = words.corpusSize(total, samples);
    element("samples").hidden = samples === 0;
    element("examples").replaceChildren(...words.examples.map(exampleItem));
  } catch (error) {
    say(error);
  }
}

async function removeSamples() {
  try {
    const { total } = await api.removeSamples();
    tell(words.samplesRemoved(total));
    input.focus();
    await showSize();
  } catch (error) {
    say(error);
  }
}

element("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  go(input.value.trim());
});
element("close-source").addEventListener("click", closeSource);
element("remove-samples").addEventListener("click", () => void removeSamples());
addEventListener("keydown", (event) => event.key === "Escape" && closeSource());
addEventListener("popstate", () => void showAddress());
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[href^='/?q='], .brand a") : null;
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(new URLSearchParams(link.search).get("q") ?? "");
});

void showAddress();
startAdding(showSize);
