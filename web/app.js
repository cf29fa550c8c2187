// @ts-check
// Events and state. The address is the state: /?q=… is a question, so it can be linked, reloaded and gone back to.

import { ApiError, api } from "./api.js";
import { citationItem, element, facts, hitItem, name, showAnswer, showJobs, showSource } from "./view.js";
import { words } from "./words.js";

const input = /** @type {HTMLInputElement} */ (element("question"));
const status = element("status");
/** @type {AbortController | null} */
let asking = null;
/** @type {HTMLElement | null} */
let openedFrom = null;
let openings = 0;

/** @param {unknown} error */
function say(error) {
  if (error instanceof ApiError) status.textContent = error.message;
  else throw error;
}

/** Ask what the address says; a late answer never overwrites a newer question. */
async function showAddress() {
  const question = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  input.value = question;
  document.title = question ? `${question} – Căn Cứ` : "Căn Cứ";
  asking?.abort();
  leaveSource();
  element("welcome").hidden = question !== "";
  element("results").hidden = true;
  status.textContent = "";
  if (!question) return;
  const mine = (asking = new AbortController());
  status.textContent = words.searching;
  try {
    const [answer, found] = await Promise.all([api.ask(question, mine.signal), api.search(question, mine.signal)]);
    if (asking === mine) showResults(answer, found);
  } catch (error) {
    if (!(error instanceof DOMException)) say(error);
  }
}

/** @param {any} answer @param {any} found */
function showResults(answer, found) {
  const answered = answer.status === "answered";
  const near = answer.citations.length > 0;
  status.textContent = [answer.read_as ? words.readAs(answer.read_as) : "", answered ? words.answered(answer.citations.length) : words.notFound].join(" ");
  element("answer").classList.toggle("not-found", !answered);
  const missing = `${words.notFound} ${near ? words.notFoundHelp : words.nothingNear}`;
  showAnswer(element("answer-text"), answered ? answer.answer : missing, answer.citations, openSource);
  element("citations").replaceChildren(...answer.citations.map((/** @type {any} */ c) => citationItem(c, openSource)));
  element("hits").replaceChildren(...found.hits.map((/** @type {any} */ hit) => hitItem(hit, openSource)));
  element("hits-title").textContent = words.hits(found.total, found.total_is_bound);
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
  history.pushState(null, "", question ? `/?q=${encodeURIComponent(question)}` : "/");
  void showAddress();
}

const ENDED = ["done", "failed", "cancelled"];
let following = false;
let lookAgain = false;

/** Show the jobs, and look again while any is at work, or when one was added meanwhile. */
async function followJobs() {
  lookAgain = true;
  if (following) return;
  following = true;
  try {
    while (lookAgain) {
      lookAgain = false;
      const { jobs } = await api.jobs();
      showJobs(element("jobs"), jobs.filter((/** @type {any} */ job) => !job.sample).slice(0, 20), actOnJob);
      if (jobs.some((/** @type {any} */ job) => !ENDED.includes(job.stage))) {
        lookAgain = true;
        await new Promise((resolve) => setTimeout(resolve, 500));
      } else await showSize();
    }
  } catch (error) {
    say(error);
  } finally {
    following = false;
  }
}

/** @param {string} id @param {"cancel" | "retry"} act */
async function actOnJob(id, act) {
  try {
    await api.job(id, act);
    await followJobs();
  } catch (error) {
    say(error);
  }
}

async function addFiles(/** @type {SubmitEvent} */ event) {
  event.preventDefault();
  const chosen = /** @type {HTMLInputElement} */ (element("files"));
  if (!chosen.files?.length) {
    status.textContent = words.chooseFiles;
    return;
  }
  status.textContent = words.sending;
  try {
    await api.add(chosen.files);
    chosen.value = "";
    status.textContent = "";
    await followJobs();
  } catch (error) {
    say(error);
  }
}

async function showSize() {
  const { total, documents } = await api.documents();
  const samples = documents.filter((/** @type {any} */ doc) => doc.sample).length;
  element("corpus-size").textContent = words.corpusSize(total, samples);
  const offered = samples ? words.examples : [];
  element("examples").replaceChildren(
    ...offered.map((question) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `/?q=${encodeURIComponent(question)}`;
      link.textContent = question;
      item.append(link);
      return item;
    }),
  );
}

element("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  go(input.value.trim());
});
element("add").addEventListener("submit", (event) => void addFiles(/** @type {SubmitEvent} */ (event)));
element("close-source").addEventListener("click", closeSource);
addEventListener("keydown", (event) => event.key === "Escape" && closeSource());
addEventListener("popstate", () => void showAddress());
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[href^='/?q='], .brand a") : null;
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(new URLSearchParams(link.search).get("q") ?? "");
});

void showAddress();
void showSize().catch(say);
void followJobs();
