// @ts-check
// The list of files on their way in. An entry is changed where it stands, so that whoever is at its buttons stays there.

import { copy, element, part } from "./dom.js";
import { isAtWork } from "./following.js";
import { documentOf, found, isConfirmed, showResult } from "./results.js";
import { words } from "./words.js";

/** @typedef {import("./following.js").Job} Job */
/** @typedef {"cancel" | "retry" | "confirm"} Act */

/** @type {Map<string, {item: HTMLElement, state: string, job: Job}>} */
const entries = new Map();

/** @param {Job[]} jobs newest first @param {(job: Job, act: Act) => void} act */
export function showJobs(jobs, act) {
  const list = element("jobs");
  const wanted = new Set(jobs.map((job) => job.id));
  for (const [id, { item }] of entries) {
    if (wanted.has(id)) continue;
    item.remove();
    entries.delete(id);
  }
  let next = list.firstElementChild;
  for (const job of jobs) {
    const item = itemOf(job, act);
    if (item === next) next = next.nextElementSibling;
    else list.insertBefore(item, next);
  }
}

/** @param {Job} job @param {(job: Job, act: Act) => void} act */
function itemOf(job, act) {
  const doc = documentOf(job);
  const state = JSON.stringify([job, doc, doc && isConfirmed(doc)]);
  const entry = entries.get(job.id) ?? newEntry(job, act);
  if (entry.state !== state) {
    const held = entry.item.contains(document.activeElement) ? document.activeElement : null;
    Object.assign(entry, { state, job });
    fill(entry.item, job);
    if (held && !held.checkVisibility()) firstButton(entry.item).focus();
  }
  return entry.item;
}

/** @param {Job} job @param {(job: Job, act: Act) => void} act */
function newEntry(job, act) {
  const entry = { item: copy("job-template"), state: "", job };
  for (const name of /** @type {Act[]} */ (["cancel", "retry", "confirm"])) {
    part(entry.item, `.${name}`).addEventListener("click", () => act(entry.job, name));
  }
  part(entry.item, ".correct").addEventListener("click", () => void startCorrecting(entry));
  entries.set(job.id, entry);
  return entry;
}

/** @param {{item: HTMLElement, job: Job}} entry */
async function startCorrecting(entry) {
  const doc = documentOf(entry.job);
  if (!doc) return;
  const { correct } = await import("./correcting.js"); // few need it
  part(entry.item, ".actions").hidden = true;
  correct(part(entry.item, ".read"), doc, () => {
    fill(entry.item, entry.job);
    part(entry.item, ".correct").focus();
  });
}

/** @param {HTMLElement} item */
function firstButton(item) {
  const buttons = /** @type {NodeListOf<HTMLElement>} */ (item.querySelectorAll(".actions > *"));
  return [...buttons].find((button) => button.checkVisibility() && button.matches("a, button")) ?? item;
}

/** @param {HTMLElement} item @param {Job} job */
function fill(item, job) {
  const failed = job.stage === "failed" || job.stage === "cancelled";
  item.className = job.stage;
  part(item, ".name").textContent = job.file_name;
  part(item, ".stage").textContent = job.duplicate ? words.duplicate : job.stage_text;
  part(item, ".found").textContent = found(job);
  const bar = /** @type {HTMLProgressElement} */ (part(item, "progress"));
  bar.value = job.progress;
  bar.hidden = !isAtWork(job);
  bar.setAttribute("aria-label", `${job.file_name}: ${job.stage_text}`);
  part(item, ".reason").hidden = !job.error;
  part(item, ".reason").textContent = job.error?.message ?? "";
  showResult(item, job, job.stage === "done" ? documentOf(job) : undefined);
  part(item, ".cancel").hidden = !isAtWork(job);
  part(item, ".retry").hidden = !failed;
  for (const button of item.querySelectorAll(".actions > :is(a, button)")) {
    button.setAttribute("aria-label", `${button.textContent}: ${job.file_name}`);
  }
}
