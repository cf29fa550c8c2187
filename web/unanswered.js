// @ts-check
// Questions that the documents do not answer, for whoever collects documents: each is asked again, put aside, and brought back.

import { api } from "./api.js";
import { count, element, make } from "./dom.js";
import { announce, say, tell } from "./page.js";
import { questionItem } from "./question_item.js";
import { addressWith } from "./router.js";
import { makeTrouble } from "./trouble.js";
import { words } from "./words.js";

/** @typedef {import("./question_item.js").Question} Question */
/** @typedef {import("./question_item.js").State} State */
/** @typedef {import("./question_item.js").Act} Act */

const PAGE = 50;
const LOOK_AGAIN = 2000; // milliseconds, while questions are being asked again
/** How the address names the lists. @type {Record<string, State>} */
const LISTS = { chua_co: "open", da_co: "answered", bo_qua: "dismissed" };

/** @type {ReturnType<typeof makeTrouble> | null} */
let trouble = null;
/** @type {State} */
let state = "open";
let most = PAGE;
let loads = 0;
let again = 0;
let busy = false;
let written = ""; // what the server said last

/** @type {import("./router.js").Acts} */
export const view = { show, leave };

/** @param {string[]} _ @param {URLSearchParams} query xem: which list */
function show(_, query) {
  if (!trouble) start();
  const wanted = LISTS[query.get("xem") ?? ""] ?? "open";
  if (wanted !== state) most = PAGE;
  state = wanted;
  written = "";
  void load();
}

function leave() {
  loads += 1;
  clearTimeout(again);
  trouble?.clear();
  element("unanswered-list").replaceChildren();
}

function start() {
  trouble = makeTrouble("unanswered-trouble");
  // a list that was left open all day is as it is now
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && !element("view-unanswered").hidden && void load());
  element("unanswered-more").addEventListener("click", () => {
    most += PAGE;
    void load(() => /** @type {HTMLElement | undefined} */ (element("unanswered-list").children[most - PAGE])?.querySelector("a")?.focus());
  });
}

/** The list as it is now; it is looked at again while questions are being asked again. @param {() => void} [then] */
async function load(then) {
  const mine = ++loads;
  clearTimeout(again);
  try {
    const found = await api.unanswered({ state, limit: most });
    if (mine !== loads) return;
    trouble?.clear({ well: true });
    draw(found);
    if (found.waiting) again = window.setTimeout(() => void load(), LOOK_AGAIN);
    then?.();
  } catch (error) {
    if (mine === loads) trouble?.show(error, () => void load(then));
  }
}

/** @param {{total: number, open: number, answered: number, dismissed: number, waiting: number, questions: Question[]}} found */
function draw(found) {
  const now = JSON.stringify([state, found]);
  if (now === written) return; // what is being read or pressed stays
  written = now;
  showLists(found);
  write("unanswered-waiting", found.waiting ? words.askingAgain(count(found.waiting)) : "");
  element("unanswered-none").textContent = words.noUnanswered[state];
  element("unanswered-none").hidden = found.total > 0;
  /** @type {HTMLAnchorElement} */ (element("unanswered-csv")).href = api.unansweredFile(state);
  element("unanswered-csv").hidden = found.total === 0;
  drawItems(found.questions);
  element("unanswered-list").hidden = found.total === 0;
  const left = found.total - found.questions.length;
  element("unanswered-more").hidden = left <= 0;
  element("unanswered-more").textContent = words.moreQuestions(Math.min(left, PAGE));
}

/** The question that has the focus keeps it, also where its button is another one now. @param {Question[]} questions */
function drawItems(questions) {
  const list = element("unanswered-list");
  const held = list.contains(document.activeElement) ? (document.activeElement?.closest("li")?.id ?? "") : null;
  list.replaceChildren(...questions.map((one) => questionItem(one, (act) => void press(one, act))));
  if (held === null) return;
  const item = document.getElementById(held) ?? element("main");
  item.focus({ preventScroll: true });
}

/** A line that is spoken: only where it has changed. @param {string} id @param {string} text */
function write(id, text) {
  element(id).hidden = !text;
  if (element(id).textContent !== text) element(id).textContent = text;
}

/** @param {Record<State, number>} counts */
function showLists(counts) {
  const nav = element("unanswered-lists");
  const held = nav.contains(document.activeElement);
  nav.replaceChildren(
    ...Object.entries(LISTS).map(([called, one], n) => {
      const link = make("a", words.counted(words.questionLists[one], count(counts[one])));
      link.href = addressWith({ xem: n ? called : null });
      if (one === state) link.setAttribute("aria-current", "true");
      return link;
    }),
  );
  if (held) /** @type {HTMLElement} */ (nav.querySelector("[aria-current]")).focus();
}

/** @param {Question} one @param {Act} act */
async function press(one, act) {
  if (busy) return;
  busy = true;
  try {
    await ACTS[act](one);
    if (!element("view-unanswered").hidden) await load();
  } catch (error) {
    say(error);
  } finally {
    busy = false;
  }
}

/** What a press does, and what is said when it is done. @type {Record<Act, (one: Question) => Promise<void>>} */
const ACTS = {
  retry: async ({ id }) => {
    const now = await api.questionAct(id, "retry");
    tell(now.state === "answered" ? words.answeredNow : words.stillUnanswered);
  },
  dismiss: async (one) => {
    await api.questionAct(one.id, "dismiss");
    tell("");
    announce(words.questionDismissed, () => press(one, "restore"));
  },
  restore: async ({ id }) => {
    await api.questionAct(id, "restore");
    tell(words.questionRestored);
  },
  forget: async ({ id }) => {
    await api.forgetQuestion(id);
    tell(words.unansweredForgotten);
  },
};
