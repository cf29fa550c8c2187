// @ts-check
// The JSON API. An error is thrown as ApiError with the message the server wrote for people.

import { words } from "./words.js";

export class ApiError extends Error {}

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
  if (!response.ok) throw new ApiError(body.error?.message ?? words.serverGone);
  return body;
}

/** @param {Record<string, string | number>} values */
const query = (values) => new URLSearchParams(Object.entries(values).map(([key, value]) => [key, String(value)])).toString();

export const api = {
  /** @param {string} question @param {AbortSignal} signal */
  ask: (question, signal) =>
    call("/api/ask", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ question }), signal }),
  /** @param {string} question @param {AbortSignal} signal */
  search: (question, signal) => call(`/api/search?${query({ q: question, limit: 10 })}`, { signal }),
  documents: () => call("/api/documents"),
  /** @param {string} id @param {number} start @param {number} end */
  view: (id, start, end) => call(`/api/documents/${id}/view?${query({ start, end })}`),
  removeSamples: () => call("/api/documents?sample=true", { method: "DELETE" }),
  /** @param {File[]} files */
  add: (files) => {
    const form = new FormData();
    for (const file of files) form.append("files", file);
    return call("/api/documents", { method: "POST", body: form });
  },
  jobs: () => call("/api/jobs"),
  /** @param {string} id @param {"cancel" | "retry"} act */
  job: (id, act) => call(`/api/jobs/${id}/${act}`, { method: "POST" }),
};
