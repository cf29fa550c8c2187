// @ts-check
// Sending files in portions: how much is sent is known, a file that cannot be sent does not hold up the others, and what could not
// be sent because the server was away is sent when it is back.

import { ApiError, api } from "./api.js";
import { words } from "./words.js";

/** @typedef {{file: File, replaces: string | null}} Item */
/** @typedef {{name: string, reason: string}} Unsent */
/** @typedef {{total: number, done: number, share: number, busy: boolean, kept: number}} Sending kept: files that wait for the server */

const MOST_FILES = 20; // of a portion: the list shows the first files while the others are sent
const TOO_LARGE = 413;
const MOST_BYTES = 8_000_000; // a larger file is a portion of its own

/** @type {Item[]} */
let queue = [];
/** @type {AbortController | null} */
let portionSent = null;
let working = false;
let mostFiles = MOST_FILES;
let mostBytes = MOST_BYTES;
let [total, done, bytes, bytesDone] = [0, 0, 0, 0];
/** @type {{changed: (sending: Sending) => void, arrived: (jobs: any[]) => void, failed: (unsent: Unsent) => void}} */
let tellers = { changed: () => {}, arrived: () => {}, failed: () => {} };

/** @param {typeof tellers} who */
export function startSending(who) {
  tellers = who;
  addEventListener("beforeunload", (event) => portionSent && event.preventDefault());
}

/** @param {Item[]} items */
export function sendItems(items) {
  if (!items.length) return;
  queue.push(...items);
  total += items.length;
  bytes += sizeOf(items);
  void sendOn();
}

/** Go on, after the server was away. */
export async function sendOn() {
  if (working) return;
  working = true;
  while (queue.length && (await sendPortion(queue.splice(0, portionLength()))));
  working = false;
  if (queue.length) return;
  [total, done, bytes, bytesDone] = [0, 0, 0, 0];
  [mostFiles, mostBytes] = [MOST_FILES, MOST_BYTES];
  report(0);
}

/** Give up what is not sent yet. */
export function stopSending() {
  queue = [];
  if (portionSent) portionSent.abort();
  else void sendOn();
}

/** @param {Item[]} items */
const sizeOf = (items) => items.reduce((sum, item) => sum + item.file.size, 0);

/** How many files go together: a new version goes alone, with the document it replaces. */
function portionLength() {
  let length = 0;
  let size = 0;
  for (const item of queue.slice(0, mostFiles)) {
    size += item.file.size;
    if (length && (item.replaces || size > mostBytes)) break;
    length += 1;
    if (item.replaces) break;
  }
  return length;
}

/** Whether to go on with the next portion. @param {Item[]} portion */
async function sendPortion(portion) {
  portionSent = new AbortController();
  const size = sizeOf(portion);
  const sent = (/** @type {number} */ share) => report(size * share);
  sent(0);
  try {
    const files = portion.map((item) => item.file);
    tellers.arrived((await api.add(files, portion[0].replaces, sent, portionSent.signal)).jobs);
    ended(portion);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return true; // the queue is empty by now
    if (!(error instanceof ApiError)) throw error;
    return await takeUp(portion, error);
  } finally {
    portionSent = null;
    report(0);
  }
}

/** What becomes of a portion that did not arrive; whether to go on. @param {Item[]} portion @param {ApiError} error */
async function takeUp(portion, error) {
  const unreached = error.status === 0;
  if (unreached && !(await api.jobs().then(() => true, () => false))) {
    queue.unshift(...portion);
    return false;
  }
  // The server is there, so it is the files: one of them is too large, or is no longer on the disk as it was chosen.
  if (portion.length > 1 && (unreached || error.status === TOO_LARGE)) {
    mostFiles = Math.ceil(portion.length / 2);
    mostBytes = Math.ceil(sizeOf(portion) / 2);
    queue.unshift(...portion);
    return true;
  }
  for (const item of portion) tellers.failed({ name: item.file.name, reason: unreached ? words.notSent : error.message });
  ended(portion);
  return true;
}

/** @param {Item[]} portion */
function ended(portion) {
  done += portion.length;
  bytesDone += sizeOf(portion);
}

/** @param {number} underWay bytes of the present portion that are sent */
function report(underWay) {
  tellers.changed({ total, done, share: bytes ? (bytesDone + underWay) / bytes : 0, busy: portionSent !== null, kept: queue.length });
}
