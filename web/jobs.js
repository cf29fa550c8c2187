// @ts-check
// The list of files on their way in.

import { copy, element, part } from "./dom.js";
import { words } from "./words.js";

let jobsShown = "";

/**
 * The list anew where it has changed; whoever stands on one of its buttons stays there.
 * @param {HTMLElement} list @param {any[]} jobs @param {(id: string, act: "cancel" | "retry") => void} act
 */
export function showJobs(list, jobs, act) {
  const now = JSON.stringify(jobs);
  if (now === jobsShown) return;
  jobsShown = now;
  const held = list.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
  const id = held?.closest("li")?.id;
  list.replaceChildren(...jobs.map((job) => jobItem(job, act)));
  if (!held || !id) return;
  const item = document.getElementById(id);
  const same = item && part(item, `.${held.classList[0]}`);
  const next = same && !same.hidden ? same : item && part(item, "button:not([hidden])");
  (next ?? element("files")).focus();
}

/** @param {any} job @param {(id: string, act: "cancel" | "retry") => void} act */
function jobItem(job, act) {
  const item = copy("job-template");
  item.id = `job-${job.id}`;
  const failed = job.stage === "failed" || job.stage === "cancelled";
  const ended = failed || job.stage === "done";
  item.className = job.stage;
  part(item, ".name").textContent = job.file_name;
  const counts = job.passages === null ? "" : ` · ${words.counts(job.passages, job.pages)}`;
  part(item, ".stage").textContent = (job.duplicate ? words.duplicate : job.stage_text) + counts;
  const bar = /** @type {HTMLProgressElement} */ (part(item, "progress"));
  bar.value = job.progress;
  bar.hidden = ended;
  bar.setAttribute("aria-label", `${job.file_name}: ${job.stage_text}`);
  const reason = part(item, ".reason");
  reason.hidden = !job.error;
  reason.textContent = job.error ? job.error.message : "";
  const cancel = part(item, ".cancel");
  const retry = part(item, ".retry");
  cancel.hidden = ended;
  retry.hidden = !failed;
  for (const button of [cancel, retry]) button.setAttribute("aria-label", `${button.textContent}: ${job.file_name}`);
  cancel.addEventListener("click", () => act(job.id, "cancel"));
  retry.addEventListener("click", () => act(job.id, "retry"));
  return item;
}
