// @ts-check
// Asking: the question box, the answer and the hits. /?q=… is a question, so it can be linked, reloaded and gone back to.

import { citationItem, hitItem, showAnswer } from "./answers.js";
import { api } from "./api.js";
import { element, make } from "./dom.js";
import { say, tell } from "./page.js";
import { go } from "./router.js";
import { closeSource, leaveSource, openSource } from "./source.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Citation} Citation */

const input = /** @type {HTMLInputElement} */ (element("question"));
/** @type {AbortController | null} */
let asking = null;

/** @type {import("./router.js").View} */
export const askView = { section: "view-ask", path: /^\/$/, title: words.title, show, leave };

export function startAsking() {
  element("ask").addEventListener("submit", (event) => {
    event.preventDefault();
    const question = input.value.trim();
    go(question ? `/?q=${encodeURIComponent(question)}` : "/");
  });
  element("close-source").addEventListener("click", closeSource);
  addEventListener("keydown", (event) => event.key === "Escape" && closeSource());
}

/** Ask what the address says; what was asked before is given up, so that its answer cannot come late. @param {string[]} _ @param {URLSearchParams} query */
function show(_, query) {
  const question = query.get("q")?.trim() ?? "";
  input.value = question;
  document.title = question ? `${question} – ${words.title}` : words.title;
  asking?.abort();
  leaveSource();
  element("welcome").hidden = question !== "";
  element("results").hidden = true;
  tell("");
  if (question) void ask(question);
  else void showSize();
}

function leave() {
  asking?.abort();
  leaveSource();
}

/** @param {string} question */
async function ask(question) {
  asking = new AbortController();
  tell(words.searching);
  try {
    const [answer, found] = await Promise.all([api.ask(question, {}, asking.signal), api.search(question, { limit: 10 }, asking.signal)]);
    showResults(answer, found);
  } catch (error) {
    say(error);
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
  showAnswer(element("answer-text"), answered ? answer.answer : near ? words.notFoundHelp : words.nothingNear, answer.citations, open);
  element("citations").setAttribute("aria-label", answered ? words.citations : words.nearest);
  element("citations").replaceChildren(...answer.citations.map((/** @type {Citation} */ c) => citationItem(c, open)));
  element("hits").replaceChildren(...found.hits.map((/** @type {Citation} */ hit) => hitItem(hit, open)));
  element("hits-title").textContent = words.hits(found.hits.length, found.total, found.total_is_bound);
  element("results").hidden = false;
}

/** @param {Citation} citation */
const open = (citation) => void openSource(citation.document.id, citation.start, citation.end);

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

/** @param {string} question */
function exampleItem(question) {
  const link = make("a", question);
  link.href = `/?q=${encodeURIComponent(question)}`;
  const item = make("li");
  item.append(link);
  return item;
}
