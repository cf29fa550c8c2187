// @ts-check
// Adding: files are chosen or dropped, sent, and followed until each has ended.

import { ApiError, api } from "./api.js";
import { element } from "./dom.js";
import { showJobs } from "./jobs.js";
import { go } from "./router.js";
import { words } from "./words.js";

const ENDED = ["done", "failed", "cancelled"];
const MOST_SHOWN = 20;
const LOOK_EVERY = 500; // milliseconds
const LOOK_AFTER_FAILURE = 2000;

const status = element("add-status");
const chosen = /** @type {HTMLInputElement} */ (element("files"));
let following = false;
let lookAgain = false;
let unreached = false;

/** @type {import("./router.js").View} */
export const addingView = { section: "view-adding", path: /^\/them$/, title: words.addingTitle, show: () => void followJobs() };

export function startAdding() {
  chosen.addEventListener("change", () => {
    void send([...(chosen.files ?? [])]);
    chosen.value = ""; // the same file can be chosen again
  });
  addEventListener("dragover", hover);
  addEventListener("dragleave", (event) => event.relatedTarget === null && markDropping(false));
  addEventListener("drop", drop);
  void followJobs();
}

/** @param {unknown} error */
function say(error) {
  if (!(error instanceof ApiError)) throw error;
  status.textContent = error.message;
}

/** @param {boolean} on */
const markDropping = (on) => document.body.classList.toggle("dropping", on);

/** @param {DragEvent} event */
function hover(event) {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault(); // or the browser would leave the page for the file
  markDropping(true);
}

/** @param {DragEvent} event */
function drop(event) {
  const dropped = event.dataTransfer;
  if (!dropped?.types.includes("Files")) return;
  event.preventDefault();
  markDropping(false);
  go("/them");
  const hasFolder = [...dropped.items].some((item) => item.webkitGetAsEntry()?.isDirectory);
  if (hasFolder) status.textContent = words.folderDropped;
  else void send([...dropped.files]);
}

/** @param {File[]} files */
async function send(files) {
  if (!files.length) return;
  status.textContent = words.sending(files.length);
  try {
    await api.add(files);
    status.textContent = "";
    await followJobs();
  } catch (error) {
    say(error);
  }
}

/** Show the jobs, and look again while any is at work, when one was added meanwhile, or until the server is back. */
async function followJobs() {
  lookAgain = true;
  if (following) return;
  following = true;
  try {
    while (lookAgain) {
      lookAgain = false;
      const wait = await look();
      if (wait) {
        await new Promise((resolve) => setTimeout(resolve, wait));
        lookAgain = true;
      }
    }
  } finally {
    following = false;
  }
}

/** Show the jobs; the answer is in how many milliseconds to look again, 0 when nothing is at work. */
async function look() {
  try {
    const { jobs } = await api.jobs();
    if (unreached) status.textContent = "";
    unreached = false;
    showJobs(element("jobs"), jobs.filter((/** @type {any} */ job) => !job.sample).slice(0, MOST_SHOWN), actOnJob);
    return jobs.every((/** @type {any} */ job) => ENDED.includes(job.stage)) ? 0 : LOOK_EVERY;
  } catch (error) {
    say(error);
    unreached = true;
    return LOOK_AFTER_FAILURE;
  }
}

/** @param {string} id @param {"cancel" | "retry"} act */
async function actOnJob(id, act) {
  try {
    await api.job(id, act);
    await followJobs();
  } catch (error) {
    say(error);
  }
}
