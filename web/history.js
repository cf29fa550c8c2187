// @ts-check
// The questions that were asked in this browser: by day, to be looked through, asked again and forgotten.

import { questionAddress } from "./asked.js";
import { count, element, folded, make } from "./dom.js";
import { announce } from "./page.js";
import { askedBefore, forgetQuestion, forgetQuestions } from "./recent.js";
import { words } from "./words.js";

/** @typedef {import("./recent.js").Entry} Entry */

const search = /** @type {HTMLInputElement} */ (element("history-text"));
const all = element("history-clear");
const days = element("history-days");

/** @type {import("./router.js").Acts} */
export const view = { show: () => show(), leave: () => (search.value = "") };

element("history-filter").addEventListener("submit", (event) => event.preventDefault());
search.addEventListener("input", () => show());
all.addEventListener("click", () => {
  announce(words.questionsForgotten, restoring(forgetQuestions()));
  show();
  search.focus();
});

/** What takes something back, and shows it. @param {() => Promise<void>} undo */
const restoring = (undo) => async () => {
  await undo();
  show();
};

function show() {
  const kept = askedBefore();
  const wanted = folded(search.value.trim().normalize("NFC"));
  const found = kept.filter(({ question, before }) => folded(`${question} ${before ?? ""}`).includes(wanted));
  element("history-tools").hidden = kept.length === 0;
  all.hidden = kept.length === 0;
  element("history-none").hidden = found.length > 0;
  element("history-none-text").textContent = kept.length ? words.noQuestionMatches : words.noQuestions;
  element("history-count").textContent = kept.length ? words.questionsShown(count(found.length)) : "";
  days.replaceChildren(...byDay(found).map(([day, entries]) => section(day, entries)));
}

/** @param {Entry[]} entries @returns {[string, Entry[]][]} */
function byDay(entries) {
  /** @type {Map<string, Entry[]>} */
  const grouped = new Map();
  for (const entry of entries) {
    const day = dayName(entry.at);
    grouped.set(day, [...(grouped.get(day) ?? []), entry]);
  }
  return [...grouped];
}

/** @param {string | null} at */
function dayName(at) {
  if (!at) return words.longAgo;
  const written = (/** @type {Date} */ day) => day.toLocaleDateString("vi-VN", { weekday: "long", day: "numeric", month: "numeric", year: "numeric" });
  const [now, before, then] = [new Date(), new Date(), written(new Date(at))];
  before.setDate(now.getDate() - 1);
  return then === written(now) ? words.today : then === written(before) ? words.yesterday : then;
}

/** @param {string} day @param {Entry[]} entries */
function section(day, entries) {
  const [made, title, list] = [make("section"), make("h2", day), make("ol", "", "plain history")];
  title.id = `history-${entries[0].at ?? "old"}`;
  list.setAttribute("aria-labelledby", title.id);
  list.append(...entries.map(item));
  made.append(title, list);
  return made;
}

/** @param {Entry} entry */
function item(entry) {
  const [made, link, facts, button] = [make("li"), make("a", entry.question), make("p", "", "soft small"), make("button", words.forget, "bare small")];
  link.href = questionAddress(entry.question, entry.before);
  const time = entry.at ? new Date(entry.at).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" }) : "";
  facts.append([time, words.kinds[entry.kind ?? ""], entry.before ? words.wentOnFrom(entry.before) : ""].filter(Boolean).join(" · "));
  if (entry.status === "not_found") facts.append(" ", make("span", words.wasNotFound, "tag"));
  button.type = "button";
  button.setAttribute("aria-label", words.forgetQuestion(entry.question));
  button.addEventListener("click", () => forget(entry, made));
  const text = make("div");
  text.append(link, facts);
  made.append(text, button);
  return made;
}

/** The focus goes on to what stands in its place. @param {Entry} entry @param {HTMLElement} made */
function forget(entry, made) {
  const at = [...days.querySelectorAll("li")].indexOf(/** @type {HTMLLIElement} */ (made));
  announce(words.questionForgotten, restoring(forgetQuestion(entry)));
  show();
  const left = days.querySelectorAll("li");
  const next = left[Math.min(at, left.length - 1)]?.querySelector("button");
  (next ?? search).focus();
}
