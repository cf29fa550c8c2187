// @ts-check
// A question of the list: when it was asked, why it had no answer, what came nearest, and what can be done with it.

import { copy, count, documentAddress, moment, name, part } from "./dom.js";
import { capital } from "./filters.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Doc} Doc */
/** @typedef {"open" | "answered" | "dismissed"} State */
/** @typedef {{id: string, question: string, typed: string, as_typed: boolean, asked: number, last_at: string, state: State, why: string, nearest: Doc | null, answered_at: string | null, answered_by: Doc | null}} Question */
/** @typedef {"retry" | "dismiss" | "restore" | "forget"} Act */

/** What is offered to do with a question. @type {Record<State, Act[]>} */
const ACTS = { open: ["retry", "dismiss"], answered: ["dismiss"], dismissed: ["restore", "forget"] };

/** @param {Question} one @param {(act: Act) => void} press */
export function questionItem(one, press) {
  const item = copy("unanswered-template");
  item.id = `q-${one.id}`;
  const address = `/?${new URLSearchParams({ q: one.typed, ...(one.as_typed ? { as_typed: "1" } : {}) })}`;
  const link = /** @type {HTMLAnchorElement} */ (part(item, ".question"));
  link.textContent = capital(one.question);
  link.href = address;
  part(item, ".typed").hidden = one.typed === one.question;
  part(item, ".typed").textContent = words.typedAs(one.typed);
  part(item, ".times").textContent = words.askedTimes(count(one.asked), moment(one.last_at), one.asked > 1);
  part(item, ".why").hidden = one.state === "answered";
  part(item, ".why").textContent = capital(one.why);
  showDocument(part(item, ".near"), one.state === "answered" ? null : one.nearest);
  part(item, ".since").hidden = !one.answered_at;
  part(item, ".since .tag").textContent = words.answeredSince(one.answered_at ? moment(one.answered_at) : "");
  showDocument(part(item, ".by"), one.answered_by);
  const see = /** @type {HTMLAnchorElement} */ (part(item, ".see"));
  see.hidden = one.state !== "answered";
  see.href = address;
  prepareActs(item, one, press);
  return item;
}

/** @param {HTMLElement} line @param {Doc | null} doc */
function showDocument(line, doc) {
  line.hidden = !doc;
  if (!doc) return;
  const link = /** @type {HTMLAnchorElement} */ (part(line, "a"));
  link.textContent = name(doc);
  link.href = documentAddress(doc.id);
}

/** @param {HTMLElement} item @param {Question} one @param {(act: Act) => void} press */
function prepareActs(item, one, press) {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (item.querySelectorAll(".actions > *"))) {
    button.setAttribute("aria-label", `${button.textContent}: ${one.question}`);
  }
  for (const act of /** @type {Act[]} */ (["retry", "dismiss", "restore", "forget"])) {
    const button = part(item, `.${act}`);
    button.hidden = !ACTS[one.state].includes(act);
    button.addEventListener("click", () => press(act));
  }
}
