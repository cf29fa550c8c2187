// @ts-check
// The view of all documents: loads them, shows those that the address asks for, and the list of deleted ones.

import { api } from "./api.js";
import { element } from "./dom.js";
import { chosen, FILTERS, showFacets, stateOf } from "./filters.js";
import { say, tell } from "./page.js";
import { addressWith, go, note } from "./router.js";
import { selectFrom, startSelection } from "./selection.js";
import { showTable, startTable } from "./table.js";
import { suggestTags } from "./tags.js";
import { offerBack, showDeleted } from "./trash.js";
import { words } from "./words.js";

/** @typedef {import("./filters.js").Row} Row */

const TRY_AGAIN = 3000; // milliseconds until the server is asked again when it did not answer

/** @type {Row[] | null} */
let docs = null;
/** @type {Row[]} */
let deleted = [];
let loads = 0;
let started = false;
let typing = 0;
let written = ""; // what the server said last
let troubled = false;

/** @type {import("./router.js").Acts} */
export const view = { show, leave };

function start() {
  started = true;
  startTable();
  startSelection(load);
  const text = /** @type {HTMLInputElement} */ (element("filter-text"));
  text.addEventListener("input", () => {
    note({ tim: text.value.trim() ? text.value : null });
    cancelAnimationFrame(typing);
    typing = requestAnimationFrame(draw);
  });
  element("document-filters").addEventListener("submit", (event) => event.preventDefault());
  for (const list of /** @type {NodeListOf<HTMLSelectElement>} */ (element("document-filters").querySelectorAll("select[name]"))) {
    list.addEventListener("change", () => go(addressWith({ [list.name]: list.value || null })));
  }
  element("clear-filters").addEventListener("click", () => {
    go(addressWith(Object.fromEntries(FILTERS.map((name) => [name, null]))));
    text.focus();
  });
  element("remove-all-samples").addEventListener("click", () => void removeSamples());
  // a table that was left open all day is as the store is now
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && docs !== null && void load());
}

/** @param {string[]} _ @param {URLSearchParams} query */
function show(_, query) {
  if (!started) start();
  const trash = query.has("da_xoa");
  element("all-documents").hidden = trash;
  element("deleted-documents").hidden = !trash;
  document.title = trash ? words.deletedTitle : words.documentsTitle;
  const text = /** @type {HTMLInputElement} */ (element("filter-text"));
  if (text.value.trim() !== (query.get("tim") ?? "").trim()) text.value = query.get("tim") ?? "";
  if (docs === null) void load();
  else draw();
}

/** What comes after another view may have changed there. */
function leave() {
  docs = null;
  loads += 1;
  tell("");
}

/** All documents anew; asks again while the server is away. */
async function load() {
  const mine = ++loads;
  if (docs === null) tell(words.loading);
  try {
    const [found, gone] = await Promise.all([api.documents(), api.documents({ deleted: true }), suggestTags()]);
    if (loads !== mine) return;
    if (docs === null || troubled) tell("");
    troubled = false;
    const now = JSON.stringify([found.documents, gone.documents]);
    if (docs !== null && now === written) return;
    written = now;
    docs = found.documents;
    deleted = gone.documents;
    draw();
  } catch (error) {
    if (loads !== mine) return;
    say(error);
    troubled = true;
    setTimeout(() => loads === mine && void load(), TRY_AGAIN);
  }
}

function draw() {
  if (docs === null) return;
  const state = stateOf(new URLSearchParams(location.search));
  const shown = chosen(docs, state);
  showFacets(docs, state);
  showTable(shown, state);
  selectFrom(shown);
  showDeleted(deleted, load);
  element("document-count").textContent = words.shownOf(shown.length, docs.length);
  element("no-documents").hidden = docs.length > 0;
  element("some-documents").hidden = docs.length === 0;
  element("no-match").hidden = shown.length > 0;
  element("document-table").hidden = shown.length === 0;
  element("remove-all-samples").hidden = !docs.some((doc) => doc.sample);
  const link = element("deleted-link");
  link.hidden = deleted.length === 0;
  link.replaceChildren(words.deletedCount(deleted.length));
}

async function removeSamples() {
  try {
    const { documents } = await api.removeSamples();
    offerBack(documents, words.samplesRemoved(documents.length), load);
    await load();
    element("filter-text").focus();
  } catch (error) {
    say(error);
  }
}
