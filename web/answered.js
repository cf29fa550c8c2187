// @ts-check
// What is shown once a question was answered or not: the answer, what one can do with it, the hits, and the source beside them.

import { showAnswer } from "./answers.js";
import { showAskingOn, startAskingOn } from "./asking_on.js";
import { element } from "./dom.js";
import { learnNames, showFacets } from "./facets.js";
import { showHits } from "./hits.js";
import { showAdvice } from "./not_found.js";
import { leaveSource, open, showOpen, startOpening } from "./opening.js";
import { say, tell } from "./page.js";
import { hidePeek, startPeeking } from "./peek.js";
import { addressWith } from "./router.js";
import { hideSource, sourceIsOpen } from "./source.js";
import { showVerdict, startVerdicts } from "./verdicts.js";
import { words } from "./words.js";

export { showOpen };

/** @typedef {import("./asked.js").Asked} Asked */

startPeeking();
startOpening();
startAskingOn();
startVerdicts();

/** `searched`: the question as it was searched for. @param {{asked: Asked, searched: Asked, answer: any, found: any, signal: AbortSignal}} all */
export function showAnswered({ asked, searched, answer, found, signal }) {
  const answered = answer.status === "answered";
  const { question, previous } = asked;
  learnNames(answer.citations);
  showReadAs(answer.follows ? null : (answer.read_as ?? found.read_as), answer.preferred ?? []);
  showAnswer(answer, open);
  if (!answered) showAdvice(asked, answer.citations);
  showVerdict({ question, before: previous || undefined, whole: answer.follows?.asked ?? question }, answered);
  showAskingOn(asked, answer);
  showHits(searched, found, open, signal);
  showFacets(searched, found.facets, signal).catch(say);
  element("waiting").hidden = true;
  element("results").removeAttribute("aria-busy");
  element("results").hidden = false;
  tell(answered ? words.answered(answer.citations.length) : `${words.notFound}.`, false);
  showOpen(asked.open, answer.citations);
}

/** What stands over or beside the answer goes. @param {{focus?: boolean}} [how] focus: it returns to where the source was opened from */
export function putAway({ focus = false } = {}) {
  hidePeek();
  if (!focus) hideSource();
  else if (sourceIsOpen()) leaveSource();
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
