// @ts-check
// What stands above the list: how much is sent, how many files are done, and which could not be taken.

import { element, make } from "./dom.js";
import { isAtWork } from "./following.js";
import { words } from "./words.js";

/** @typedef {import("./following.js").Job} Job */

/** Files that were at work since last none was: what the present work is counted in. @type {Set<string>} */
let batch = new Set();

/** @param {Job[]} jobs */
export function showTotals(jobs) {
  const atWork = jobs.filter(isAtWork);
  for (const job of atWork) batch.add(job.id);
  const mine = jobs.filter((job) => batch.has(job.id));
  const failed = mine.filter((job) => job.stage === "failed").length;
  const done = mine.filter((job) => job.stage === "done").length;
  const ended = mine.length - atWork.length;
  const text = atWork.length ? words.adding(ended + 1, mine.length) : mine.length ? words.added(done, failed) : "";
  write("add-status", text);
  if (!atWork.length) batch = new Set();
  if (!jobs.length) element("add-status").textContent = "";
  showBadge(atWork.length);
  element("cancel-all").hidden = atWork.length < 2;
  element("retry-all").hidden = jobs.filter((job) => job.stage === "failed").length < 2;
  element("clear-jobs").hidden = atWork.length === jobs.length;
}

/** A line that is spoken: only where it has changed. @param {string} id @param {string} text */
function write(id, text) {
  if (text && element(id).textContent !== text) element(id).textContent = text;
}

/** @param {number} n */
function showBadge(n) {
  const badge = element("at-work");
  badge.hidden = n === 0;
  badge.replaceChildren(String(n), make("span", words.filesAtWork, "unseen"));
}

/** @param {import("./sending.js").Sending} sending */
export function showSending({ total, done, share, busy, kept }) {
  element("sending").hidden = total === 0;
  const text = busy || !kept ? words.sending(Math.min(done + 1, total), total) : words.kept(kept);
  if (element("sending-text").textContent !== text) element("sending-text").textContent = text;
  element("sending-share").textContent = words.percent(Math.floor(share * 100));
  /** @type {HTMLProgressElement} */ (element("sending-bar")).value = share;
}

/** Files that are not added, and why. @param {string} reason @param {string[]} names */
export function showRefused(reason, names) {
  const item = make("li", reason);
  const list = make("ul");
  list.append(...names.map((name) => make("li", name, "name")));
  item.append(list);
  element("refused-files").append(item);
  element("refused").hidden = false;
  element("forget-refused").onclick = () => {
    element("refused").hidden = true;
    element("refused-files").replaceChildren();
    element("files").focus();
  };
}
