// @ts-check
// What the server is doing with files, as it happens: by its events, and where those do not come through by asking again and again.

import { ApiError, api } from "./api.js";

/** @typedef {{id: string, file_name: string, stage: string, stage_text: string, progress: number, pages: number | null, passages: number | null, duplicate: boolean, sample: boolean, document_id: string | null, error: {code: string, message: string} | null, created_at: string, updated_at: string}} Job */

const LOOK_EVERY = 1000; // milliseconds
const LOOK_AFTER_FAILURE = 2000;
const MOST_REFUSALS = 3; // of the stream, before it is left alone
const ENDED = ["done", "failed", "cancelled"];

/** Newest first. @type {Map<string, Job>} */
let jobs = new Map();
/** Jobs that read a document again. @type {Set<string>} */
const readings = new Set();
/** Names of files whose documents are being changed: an event may tell of the reading before the change itself has returned. @type {Set<string>} */
const changing = new Set();
/** @type {{changed: (jobs: Job[]) => void, reached: (gone: string) => void}} */
let tellers = { changed: () => {}, reached: () => {} };

/** @param {Job} job */
export const isAtWork = (job) => !ENDED.includes(job.stage);

/** @param {Job} job */
const isListed = (job) => !job.sample && !readings.has(job.id) && (jobs.has(job.id) || !changing.has(job.file_name));

/** @param {typeof tellers} who reached: why the server is not there, "" when it is */
export function follow(who) {
  tellers = who;
  void keepUp();
}

/** Jobs as an answer of the server has them; those that are new stand first. @param {Job[]} changed oldest first */
export function noteJobs(changed) {
  const fresh = changed.filter((job) => !jobs.has(job.id) && isListed(job)).reverse();
  jobs = new Map([...fresh.map((job) => /** @type {[string, Job]} */ ([job.id, job])), ...jobs]);
  for (const job of changed) if ((jobs.get(job.id)?.updated_at ?? "~") < job.updated_at) jobs.set(job.id, job);
  tellers.changed([...jobs.values()]);
}

/** The whole list as the server has it. @param {Job[]} all newest first */
export function noteAllJobs(all) {
  jobs = new Map(all.filter(isListed).map((job) => [job.id, job]));
  tellers.changed([...jobs.values()]);
}

/**
 * A change after which the server reads a document again: that is no file on its way in, and is not listed as one.
 * @template T
 * @param {string} fileName @param {() => Promise<T>} change @returns {Promise<T>}
 */
export async function unlisted(fileName, change) {
  const before = new Set(jobs.keys());
  changing.add(fileName);
  try {
    const result = await change();
    const { jobs: now } = await api.jobs();
    for (const job of now) if (!before.has(job.id) && job.file_name === fileName) readings.add(job.id);
    noteAllJobs(now);
    return result;
  } finally {
    changing.delete(fileName);
  }
}

async function keepUp() {
  for (let refusals = 0; ; ) {
    await seen();
    const there = await look();
    if (there && refusals < MOST_REFUSALS) refusals = (await listen()) ? 0 : refusals + 1;
    await new Promise((resolve) => setTimeout(resolve, there ? LOOK_EVERY : LOOK_AFTER_FAILURE));
  }
}

/** Nothing is followed in a tab that nobody looks at: a browser has few connections to one server, for all its tabs. */
async function seen() {
  while (document.hidden) await new Promise((resolve) => document.addEventListener("visibilitychange", resolve, { once: true }));
}

async function look() {
  try {
    noteAllJobs((await api.jobs()).jobs);
    tellers.reached("");
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    tellers.reached(error.message);
    return false;
  }
}

/** Until the stream ends, or nobody looks; whether there was one. @returns {Promise<boolean>} */
function listen() {
  return new Promise((resolve) => {
    const stream = api.events();
    let opened = false;
    const end = () => {
      document.removeEventListener("visibilitychange", end);
      stream.close();
      resolve(opened);
    };
    stream.addEventListener("open", () => (opened = true));
    stream.addEventListener("job", (event) => noteJobs([JSON.parse(event.data)]));
    stream.addEventListener("error", end);
    document.addEventListener("visibilitychange", end);
  });
}
