// @ts-check
// Questions asked before in this browser, newest first, with what came of them. Where the browser keeps nothing, there simply are none.

import { ApiError } from "./api.js";
import { words } from "./words.js";

/** What somebody thought of the answer: `id` as the server keeps it. @typedef {{id: string, verdict: "up" | "down", reason: string | null, text: string}} Said */
/** `before`: the question it goes on from; `at`: when, in the form of ISO 8601. @typedef {{question: string, before?: string, at: string | null, kind?: string, status?: string, said?: Said}} Entry */

const KEPT_AS = "cancu.history";
const ONCE_KEPT_AS = "cancu.questions"; // questions alone, as earlier versions wrote them
const MOST = 200;
const MOST_OFFERED = 20; // to be asked again, in lists

/** @returns {Entry[]} */
export function askedBefore() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT_AS) ?? localStorage.getItem(ONCE_KEPT_AS) ?? "[]");
    return Array.isArray(kept) ? kept.map(entryOf).filter((one) => one !== null).slice(0, MOST) : [];
  } catch {
    return []; // not allowed to look, or not what this page wrote
  }
}

/** @param {any} kept @returns {Entry | null} */
function entryOf(kept) {
  if (typeof kept === "string") return { question: kept, at: null };
  if (typeof kept?.question !== "string") return null;
  return { ...kept, at: Number.isNaN(Date.parse(kept.at)) ? null : kept.at, before: typeof kept.before === "string" ? kept.before : undefined };
}

/** Questions that can be asked as they are. @returns {string[]} */
export const recentQuestions = () => askedBefore().filter((one) => !one.before).map((one) => one.question).slice(0, MOST_OFFERED);

/** @param {Pick<Entry, "question" | "before">} one @param {Pick<Entry, "question" | "before">} other */
export const isSame = (one, other) => one.question === other.question && (one.before ?? "") === (other.before ?? "");

/** The entry of a question, if it was asked before. @param {Pick<Entry, "question" | "before">} asked */
export const entryOfQuestion = (asked) => askedBefore().find((one) => isSame(one, asked));

/** @param {Omit<Entry, "at">} asked */
export function rememberQuestion(asked) {
  const before = askedBefore();
  const said = before.find((one) => isSame(one, asked))?.said;
  keep([{ ...asked, at: new Date().toISOString(), said }, ...before.filter((one) => !isSame(one, asked))].slice(0, MOST));
}

/** Keep or forget what somebody thought of an answer. @param {Pick<Entry, "question" | "before">} asked @param {Said} [said] */
export const rememberSaid = (asked, said) => keep(askedBefore().map((one) => (isSame(one, asked) ? { ...one, said } : one)));

/** Forget them all. @returns {() => Promise<void>} what brings them back */
export const forgetQuestions = () => forget(() => false);

/** @param {Entry} gone @returns {() => Promise<void>} */
export const forgetQuestion = (gone) => forget((one) => !isSame(one, gone));

/** @param {(one: Entry) => boolean} stays @returns {() => Promise<void>} */
function forget(stays) {
  const before = askedBefore();
  keep(before.filter(stays));
  return async () => {
    const since = askedBefore();
    const lost = before.filter((one) => !since.some((other) => isSame(one, other)));
    const all = [...since, ...lost].sort((one, other) => (other.at ?? "").localeCompare(one.at ?? ""));
    if (!keep(all.slice(0, MOST))) throw new ApiError(words.notKept);
  };
}

/** @param {Entry[]} entries @returns {boolean} whether the browser keeps them */
function keep(entries) {
  try {
    localStorage.removeItem(ONCE_KEPT_AS);
    if (entries.length) localStorage.setItem(KEPT_AS, JSON.stringify(entries));
    else localStorage.removeItem(KEPT_AS);
    return true;
  } catch {
    return false; // full or forbidden: asking goes on without
  }
}
