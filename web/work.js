// @ts-check
// Following one job of this document to its end, with its progress on the page.

import { ApiError, api } from "./api.js";
import { element } from "./dom.js";
import { words } from "./words.js";

const ENDED = ["done", "failed", "cancelled"];
const LOOK_EVERY = 500; // milliseconds

let followed = 0;

/**
 * The job once it has ended; null when the reader went on to something else meanwhile.
 * @param {any} job @returns {Promise<any>}
 */
export async function follow(job) {
  const mine = ++followed;
  const bar = /** @type {HTMLProgressElement} */ (element("work-progress"));
  element("document-work").classList.remove("bad");
  element("document-work").hidden = false;
  bar.hidden = false;
  let now = job;
  while (!ENDED.includes(now.stage)) {
    element("work-text").textContent = words.workStage(now.file_name, now.stage_text);
    bar.value = now.progress;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    if (followed !== mine) return null;
    now = await look(now);
    if (followed !== mine) return null;
  }
  if (now.stage === "done") stopFollowing();
  else showFailure(now.error?.message ?? now.stage_text);
  return now;
}

/** While the server is away the job stays as it was. @param {any} job */
async function look(job) {
  try {
    return await api.jobNow(job.id);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status) throw error;
    return { ...job, stage_text: error.message };
  }
}

/** @param {string} message */
export function showFailure(message) {
  element("document-work").hidden = false;
  element("document-work").classList.add("bad");
  element("work-text").textContent = message;
  element("work-progress").hidden = true;
}

export function stopFollowing() {
  followed += 1;
  element("document-work").hidden = true;
}
