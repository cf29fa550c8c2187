// @ts-check
// The JSON API. An error is thrown as ApiError with the message the server wrote for people.

import { words } from "./words.js";

export class ApiError extends Error {
  /** @param {string} message @param {number} status of the response; 0 when none came */
  constructor(message, status = 0) {
    super(message);
    this.status = status;
  }
}

/**
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<any>}
 */
async function call(path, options = {}) {
  let response, body;
  try {
    response = await fetch(path, options);
    body = await response.json();
  } catch (error) {
    // not the server's JSON: nobody answers, or something else does
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(words.serverGone);
  }
  if (!response.ok) throw failure(body, response.status);
  return body;
}

/** @param {any} body what an answer holds that is no success @param {number} status */
const failure = (body, status) => new ApiError(body?.error?.message ?? words.serverGone, status);

/**
 * Send a form; `sent` is told the share that has gone.
 * @param {string} path @param {FormData} form @param {(share: number) => void} sent @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
const upload = (path, form, sent, signal) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest(); // fetch does not tell how much is sent
    request.open("POST", path);
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => sent(event.loaded / event.total));
    request.addEventListener("load", () => (request.status < 300 && request.response ? resolve(request.response) : reject(failure(request.response, request.status))));
    request.addEventListener("error", () => reject(failure(null, 0)));
    request.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
    signal?.addEventListener("abort", () => request.abort());
    request.send(form);
  });

/** @typedef {Record<string, string | number | boolean | string[]>} Values */

/** Lists are written once for each of their values. @param {Values} values */
function query(values) {
  const pairs = Object.entries(values).flatMap(([key, value]) => [value].flat().map((one) => [key, String(one)]));
  return pairs.length ? `?${new URLSearchParams(pairs)}` : "";
}

/** @param {string} method @param {string} path @param {unknown} body @param {AbortSignal} [signal] */
const send = (method, path, body, signal) =>
  call(path, { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), signal });

/** @param {string} id */
const of = (id) => `/api/documents/${encodeURIComponent(id)}`;

export const api = {
  /** @param {import("./asked.js").Asked} asked @param {AbortSignal} signal */
  ask: ({ question, previous, filters, asTyped }, signal) =>
    send("POST", "/api/ask", { question, filters, as_typed: asTyped, ...(previous ? { previous } : {}) }, signal),
  /** @param {string} question @param {Values} values filters, limit and offset @param {AbortSignal} signal */
  search: (question, values, signal) => call(`/api/search${query({ q: question, ...values })}`, { signal }),
  /** @param {string} typed @param {AbortSignal} signal */
  suggest: (typed, signal) => call(`/api/suggest${query({ q: typed })}`, { signal }),

  documents: ({ deleted = false } = {}) => call(`/api/documents${query(deleted ? { deleted } : {})}`),
  /** @param {string} id */
  document: (id) => call(of(id)),
  /** @param {string} id @param {number} start @param {number} end @param {Values} [around] before, after: how many lines */
  view: (id, start, end, around = {}) => call(`${of(id)}/view${query({ start, end, ...around })}`),
  /** @param {string} id */
  original: (id) => `${of(id)}/file`,
  /** @param {string} id @param {number} page */
  pageImage: (id, page) => `${of(id)}/pages/${page}.png`,
  /** @param {string} id @param {number} start @param {number} end */
  boxes: (id, start, end) => call(`${of(id)}/boxes${query({ start, end })}`),
  /** @param {string} id */
  versions: (id) => call(`${of(id)}/versions`),
  /** @param {string} id @param {Values} [between] before, after: numbers of versions */
  changes: (id, between = {}) => call(`${of(id)}/changes${query(between)}`),
  /** @param {string} id @param {Record<string, string | null>} fields */
  putRight: (id, fields) => send("PATCH", of(id), fields),
  /** @param {string} id */
  readAgain: (id) => call(`${of(id)}/reread`, { method: "POST" }),
  /** @param {string} id @param {string[]} tags */
  putTags: (id, tags) => send("PUT", `${of(id)}/tags`, { tags }),
  tags: () => call("/api/tags"),
  /** @param {string} id */
  remove: (id) => call(of(id), { method: "DELETE" }),
  /** @param {string} id */
  removeForever: (id) => call(`${of(id)}?forever=true`, { method: "DELETE" }),
  /** @param {string} id */
  restore: (id) => call(`${of(id)}/restore`, { method: "POST" }),
  removeSamples: () => call("/api/documents?sample=true", { method: "DELETE" }),

  /**
   * @param {File[]} files @param {string | null} replaces the document that a single file is a new version of
   * @param {(share: number) => void} [sent] @param {AbortSignal} [signal]
   */
  add: (files, replaces, sent = () => {}, signal = undefined) => {
    const form = new FormData();
    for (const file of files) form.append("files", file);
    if (replaces) form.append("replaces", replaces);
    return upload("/api/documents", form, sent, signal);
  },
  /** @param {Values} values kind, filters, order, limit and offset */
  facts: (values) => call(`/api/facts${query(values)}`),
  /** @param {Values} values filters, limit and offset: targets by indicator */
  factGroups: (values) => call(`/api/facts/groups${query(values)}`),
  /** @param {Values} values kind, filters, reason, limit and offset */
  conflicts: (values) => call(`/api/facts/conflicts${query(values)}`),
  /** @param {Values} values the same, and a format: where the file is */
  factsFile: (values) => `/api/facts${query(values)}`,
  /** @param {string} id @param {Record<string, unknown>} verdict */
  review: (id, verdict) => send("PUT", `/api/facts/${id}/review`, verdict),
  /** @param {string} id */
  takeBackReview: (id) => call(`/api/facts/${id}/review`, { method: "DELETE" }),
  /** @param {string} id */
  relations: (id) => call(`${of(id)}/relations`),
  /** @param {Values} values q, limit and offset */
  missing: (values) => call(`/api/relations/missing${query(values)}`),

  /** @param {Values} values state, since, limit and offset */
  unanswered: (values) => call(`/api/unanswered${query(values)}`),
  /** @param {string} state where the file is */
  unansweredFile: (state) => `/api/unanswered${query({ state, format: "csv" })}`,
  /** @param {string} id @param {"retry" | "dismiss" | "restore"} act */
  questionAct: (id, act) => call(`/api/unanswered/${id}/${act}`, { method: "POST" }),
  /** @param {string} id */
  forgetQuestion: (id) => call(`/api/unanswered/${id}`, { method: "DELETE" }),
  /** @param {Record<string, unknown>} said */
  giveFeedback: (said) => send("POST", "/api/feedback", said),
  /** @param {string} id */
  takeBackFeedback: (id) => call(`/api/feedback/${encodeURIComponent(id)}`, { method: "DELETE" }),

  jobs: () => call("/api/jobs"),
  /** @param {string} id */
  jobNow: (id) => call(`/api/jobs/${id}`),
  /** @param {string} id @param {"cancel" | "retry"} act */
  job: (id, act) => call(`/api/jobs/${id}/${act}`, { method: "POST" }),
  clearJobs: () => call("/api/jobs", { method: "DELETE" }),
  watch: () => call("/api/watch"),
  events: () => new EventSource("/api/events"),
};

export const AT_ONCE = 10; // hits

/** @param {import("./asked.js").Asked} asked @param {AbortSignal} signal */
export const searchFor = (asked, signal, offset = 0) =>
  api.search(asked.question, { ...asked.filters, as_typed: asked.asTyped, limit: AT_ONCE, offset }, signal);
