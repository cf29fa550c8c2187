// @ts-check
// Adding: files come by choosing, dropping or pasting, are sent, and are followed until each has ended.

import { ApiError, api } from "./api.js";
import { count, element, name } from "./dom.js";
import { startDropping } from "./dropping.js";
import { follow, isAtWork, noteAllJobs, noteJobs } from "./following.js";
import { showJobs } from "./jobs.js";
import { sortOut } from "./kinds.js";
import { followAnswers } from "./newly_answered.js";
import { announce, say } from "./page.js";
import { startPasting } from "./pasting.js";
import { sendAsNewOrVersion, startReplacing } from "./replacing.js";
import { confirm, documentOf, learnDocument, learnDocuments } from "./results.js";
import { addressWith, go } from "./router.js";
import { sendItems, sendOn, startSending, stopSending } from "./sending.js";
import { showRefused, showSending, showTotals } from "./totals.js";
import { startWatching, stopWatching } from "./watching.js";
import { words } from "./words.js";

/** @typedef {import("./following.js").Job} Job */

const FIRST_SHOWN = 30;

/** @type {Job[]} */
let jobs = [];
let shown = false;
let most = FIRST_SHOWN;
/** The document that the next file is a new version of. @type {string | null} */
let replaced = null;

/** @type {import("./router.js").View} */
export const addingView = { section: "view-adding", path: /^\/them$/, title: words.addingTitle, show, leave };

export function startAdding() {
  for (const id of ["files", "folder"]) {
    const input = /** @type {HTMLInputElement} */ (element(id));
    input.addEventListener("change", () => {
      void take([...(input.files ?? [])]);
      input.value = ""; // the same file can be chosen again
    });
  }
  startDropping((files) => void take(files));
  startPasting((files) => void take(files));
  startReplacing();
  startSending({ changed: showSending, arrived: noteJobs, failed: ({ name: file, reason }) => showRefused(reason, [file]) });
  element("stop-sending").addEventListener("click", stopSending);
  element("cancel-all").addEventListener("click", () => void actOnAll(jobs.filter(isAtWork), "cancel"));
  element("retry-all").addEventListener("click", () => void actOnAll(jobs.filter((job) => job.stage === "failed"), "retry"));
  element("clear-jobs").addEventListener("click", () => void clear());
  element("more-jobs").addEventListener("click", showMore);
  element("replace-nothing").addEventListener("click", () => go(addressWith({ thay: null })));
  follow({ changed, reached });
}

/** @param {string[]} _ @param {URLSearchParams} query thay: the document that a new version is to be chosen for */
function show(_, query) {
  shown = true;
  replaced = query.get("thay");
  void offerReplacing();
  if (jobs.length) void learn(learnDocuments);
  void startWatching();
}

function leave() {
  shown = false;
  stopWatching();
}

/** What was chosen, dropped or pasted. @param {File[]} files */
async function take(files) {
  const { taken, refused } = sortOut(files);
  const only = replaced && taken.length === 1 ? replaced : null;
  go("/them");
  if (refused.length) showRefused(words.kindsTaken, refused);
  else if (!taken.length) announce(words.nothingToAdd);
  if (only) sendItems([{ file: taken[0], replaces: only }]);
  else if (taken.length) await sendUnlessUnclear(taken);
}

/** Whether a file is a new version can only be told while the server is there; else it waits to be sent as new. @param {File[]} files */
async function sendUnlessUnclear(files) {
  try {
    await sendAsNewOrVersion(files, sendItems);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    sendItems(files.map((file) => ({ file, replaces: null })));
  }
}

async function offerReplacing() {
  element("replacing").hidden = replaced === null;
  if (replaced === null) return;
  try {
    element("replacing-text").textContent = words.replacing(name(await api.document(replaced)));
  } catch (error) {
    say(error);
  }
}

/** @param {Job[]} now newest first */
function changed(now) {
  const before = new Map(jobs.map((job) => [job.id, job.stage]));
  jobs = now;
  showTotals(jobs);
  followAnswers(jobs);
  const done = jobs.slice(0, most).filter((job) => job.stage === "done" && before.get(job.id) !== "done");
  const unknown = shown && done.some((job) => !before.has(job.id));
  if (!unknown || before.size) render(); // a first list is drawn together with what came out, so as not to jump
  if (!shown || !done.length) return;
  if (unknown) void learn(learnDocuments);
  else for (const job of done) void learn(() => learnDocument(job.document_id ?? ""));
}

function render() {
  showJobs(jobs.slice(0, most), (job, act) => void actOn(job, act));
  element("no-jobs").hidden = jobs.length > 0;
  element("watched").hidden = false; // below the list: it waits for it, so as not to jump
  element("more-jobs").hidden = jobs.length <= most;
  element("more-jobs").textContent = words.moreJobs(count(jobs.length - most));
}

/** @param {() => Promise<void>} ask */
async function learn(ask) {
  await ask().catch(() => {}); // what came out is shown when it can be; that the server is away is told elsewhere
  render();
}

/** @param {string} gone */
function reached(gone) {
  const line = element("away");
  if (line.textContent !== gone) line.textContent = gone;
  line.hidden = !gone;
  if (!gone) void sendOn();
}

/** @param {Job} job @param {import("./jobs.js").Act} act */
async function actOn(job, act) {
  if (act === "confirm") {
    const doc = documentOf(job);
    if (doc) confirm(doc);
    render();
  } else await actOnAll([job], act);
}

/** @param {Job[]} some @param {"cancel" | "retry"} act */
async function actOnAll(some, act) {
  for (const job of some) {
    try {
      noteJobs([await api.job(job.id, act)]);
    } catch (error) {
      say(error); // it may have ended meanwhile; the others go on
    }
  }
}

async function clear() {
  try {
    noteAllJobs((await api.clearJobs()).jobs);
    element("files").focus();
  } catch (error) {
    say(error);
  }
}

function showMore() {
  most += FIRST_SHOWN;
  render();
  void learn(learnDocuments);
}
