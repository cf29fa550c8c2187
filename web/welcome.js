// @ts-check
// Before anything is asked: how much there is to ask of, questions to try, questions asked before, and the samples' way out.

import { api } from "./api.js";
import { questionAddress } from "./asked.js";
import { element, make } from "./dom.js";
import { announce, say } from "./page.js";
import { forgetQuestions, recentQuestions } from "./recent.js";
import { words } from "./words.js";

const LOOK_EVERY = 3000; // milliseconds, while documents are coming in
const RECENT_SHOWN = 8;

/** Where it is told that the server is away: the place is shared with asking. @type {ReturnType<typeof import("./trouble.js").makeTrouble>} */
let trouble;
let timer = 0;
let looks = 0;
let lastTotal = -1;

/** @param {typeof trouble} shared */
export function startWelcome(shared) {
  trouble = shared;
  element("forget-questions").addEventListener("click", () => {
    announce(words.questionsForgotten, restoring(forgetQuestions()));
    showRecent();
    element("question").focus();
  });
  element("samples-off").addEventListener("click", () => void removeSamples());
}

export function showWelcome() {
  element("welcome").hidden = false;
  showRecent();
  void showSize();
}

export function leaveWelcome() {
  looks += 1;
  clearTimeout(timer);
  element("welcome").hidden = true;
}

/** A question to be asked by a click. @param {string} question */
export function questionItem(question) {
  const link = make("a", question);
  link.href = questionAddress(question);
  const item = make("li");
  item.append(link);
  return item;
}

function showRecent() {
  const recent = recentQuestions().slice(0, RECENT_SHOWN);
  element("recent").hidden = recent.length === 0;
  element("recent-questions").replaceChildren(...recent.map(questionItem));
}

/** How many documents there are, and what can be done with them; looked at again while their number changes. */
async function showSize() {
  const mine = ++looks;
  clearTimeout(timer);
  try {
    const { total, documents } = await api.documents();
    if (looks !== mine) return;
    trouble.clear({ well: true });
    const samples = documents.filter((/** @type {any} */ doc) => doc.sample).length;
    element("corpus-size").textContent = words.corpusSize(total, samples);
    element("corpus-acts").hidden = false;
    element("add-first").classList.toggle("quiet", total > 0);
    element("samples-off").hidden = samples === 0;
    element("samples").hidden = samples === 0;
    element("examples").replaceChildren(...words.examples.map(questionItem));
    if (total === 0 || total !== lastTotal) timer = window.setTimeout(() => void showSize(), LOOK_EVERY);
    lastTotal = total;
  } catch (error) {
    if (looks === mine) trouble.show(error, () => void showSize());
  }
}

async function removeSamples() {
  try {
    const { total, documents } = await api.removeSamples();
    announce(words.samplesRemoved(total), restoring(async () => {
      for (const { id } of documents) await api.restore(id);
    }));
    await showSize();
    element("question").focus(); // the button has gone
  } catch (error) {
    say(error);
  }
}

/** What takes something back, and shows it. @param {() => Promise<void>} undo */
const restoring = (undo) => async () => {
  await undo();
  if (!element("welcome").hidden) showWelcome();
};
