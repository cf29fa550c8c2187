// @ts-check
// Questions asked before on this machine, newest first. Where the browser keeps nothing, there simply are none.

const KEPT_AS = "cancu.questions";
const MOST = 20;

/** @returns {string[]} */
export function recentQuestions() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT_AS) ?? "[]");
    return Array.isArray(kept) ? kept.filter((question) => typeof question === "string").slice(0, MOST) : [];
  } catch {
    return []; // not allowed to look, or not what this page wrote
  }
}

/** @param {string} question */
export function rememberQuestion(question) {
  keep([question, ...recentQuestions().filter((other) => other !== question)].slice(0, MOST));
}

/** Forget them all. @returns {() => Promise<void>} what brings them back */
export function forgetQuestions() {
  const before = recentQuestions();
  try {
    localStorage.removeItem(KEPT_AS);
  } catch {
    // nothing was kept
  }
  return async () => keep(before);
}

/** @param {string[]} questions */
function keep(questions) {
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(questions));
  } catch {
    // full or forbidden: asking goes on without
  }
}
