// @ts-check
// One document for reading: its text, what it is, where one is in it, and what can be done with it.

import { ApiError, api } from "./api.js";
import { day, documentAddress, element, facts, make, moment, name } from "./dom.js";
import { capital } from "./filters.js";
import { findIn, startFinding, stopFinding } from "./find.js";
import { follow, stopFollowing } from "./work.js";
import { hideLedger, showLedger } from "./document_ledger.js";
import { showFront, startFront } from "./front.js";
import { lineOf, showLines } from "./lines.js";
import { lineAt, reach, showOutline, startOutline } from "./outline.js";
import { frame, offerPages, readPage, startPages } from "./pages.js";
import { say, tell } from "./page.js";
import { leaveQuote, startQuoting } from "./quotation.js";
import { go } from "./router.js";
import { showTags, startTags, suggestTags } from "./tags.js";
import { removeWithUndo } from "./trash.js";
import { showChanges, showVersions, startVersions } from "./versions.js";
import { words } from "./words.js";

const WHOLE = 20000; // lines that the server gives at a time
const TRY_AGAIN = 3000; // milliseconds until the server is asked again when it did not answer

/** @type {any} */
let doc = null;
/** @type {{number: number}[]} */
let others = []; // its versions
let showings = 0;
let started = false;

/** @type {import("./router.js").Acts} */
export const view = { show, leave };

function start() {
  started = true;
  startOutline((line) => readPage(lineOf(line).page));
  startFinding(() => !element("view-document").hidden && !element("reading").hidden);
  startFront((now) => showDetail(now));
  startTags();
  startVersions();
  startPages();
  startQuoting(() => doc);
  element("read-again").addEventListener("click", () => void readAgain());
  element("remove-document").addEventListener("click", () => void remove());
}

/** @param {string[]} parts @param {URLSearchParams} query */
function show([id], query) {
  if (!started) start();
  if (doc?.id !== id) clear();
  void open(id, query);
}

function leave() {
  showings += 1;
  doc = null;
  clear();
  tell("");
}

/** Nothing of the last document stays while the next one comes. */
function clear() {
  element("document").hidden = true;
  element("document-gone").hidden = true;
  stopFinding();
  stopFollowing();
  leaveQuote();
  hideLedger();
}

/** @param {string} id @param {URLSearchParams} query */
async function open(id, query) {
  const mine = ++showings;
  if (doc?.id !== id) tell(words.loading);
  const [from, to] = [Number(query.get("tu") ?? NaN), Number(query.get("den") ?? NaN)];
  const place = { start: from >= 0 ? from : 0, end: to >= from ? to : 0 };
  try {
    const [detail, lines, { versions }] = await Promise.all([api.document(id), wholeText(id, place.start, place.end), api.versions(id), suggestTags()]);
    if (mine !== showings) return;
    if (doc?.id !== id) tell("");
    others = versions;
    showDetail(detail);
    showVersions(id, versions);
    showText(lines, place, query.has("tu"));
    void showLedger(id);
    const compared = query.get("so_sanh");
    element("changes").hidden = compared === null;
    element("reading").hidden = compared !== null;
    if (compared !== null) await showChanges(id, compared, detail.version);
  } catch (error) {
    if (mine === showings) await trouble(id, query, error);
  }
}

/** @param {string} id @param {number} start @param {number} end @returns {Promise<import("./lines.js").Line[]>} */
async function wholeText(id, start, end) {
  const first = await api.view(id, start, end, { before: WHOLE, after: WHOLE });
  const lines = first.paragraphs;
  for (let more = first.more_after; more; ) {
    const at = lines[lines.length - 1].end + 1;
    const next = await api.view(id, at, at, { before: 0, after: WHOLE });
    lines.push(...next.paragraphs);
    more = next.more_after && next.paragraphs.length > 0;
  }
  return lines;
}

/** What stands around the text. @param {any} detail */
function showDetail(detail) {
  doc = detail;
  document.title = `${name(detail)} – ${words.title}`;
  element("document").hidden = false;
  element("document-title").textContent = capital(detail.title);
  element("document-facts").textContent = [capital(detail.doc_type), detail.symbol, facts(detail)].filter(Boolean).join(" · ");
  if (others.length > 1) element("document-facts").append(" · ", versionLink(detail));
  element("document-size").textContent = words.size(detail.pages, detail.file_name);
  /** @type {HTMLAnchorElement} */ (element("document-original")).href = api.original(detail.id);
  /** @type {HTMLAnchorElement} */ (element("ask-here")).href = `/?van_ban=${detail.id}`;
  showFront(detail);
  showTags(detail);
  offerPages(detail);
  showOutline(detail.id, detail.outline);
}

/** The live version, leading to what it changed. @param {any} detail */
function versionLink(detail) {
  const before = others.filter(({ number }) => number < detail.version).at(-1) ?? others[0];
  const link = make("a", words.versionChanges(detail.version));
  link.href = `${documentAddress(detail.id)}?so_sanh=${before.number}-${detail.version}`;
  return link;
}

/** @param {import("./lines.js").Line[]} lines @param {{start: number, end: number}} place @param {boolean} named whether the address names it */
function showText(lines, place, named) {
  const text = element("document-text");
  element("reading").hidden = false;
  showLines(text, lines, doc.outline);
  findIn(text);
  void frame(place.start, place.end);
  const target = named ? (text.querySelector("mark.cited") ?? lineAt(place.start)) : null;
  if (target) reach(target, "center");
}

/** @param {string} id @param {URLSearchParams} query @param {unknown} error */
async function trouble(id, query, error) {
  if (error instanceof ApiError && error.status === 404) return showGone(id);
  say(error);
  const mine = showings;
  if (error instanceof ApiError && error.status === 0) setTimeout(() => mine === showings && void open(id, query), TRY_AGAIN);
}

/** It is not there; if it was deleted, it can be brought back. @param {string} id */
async function showGone(id) {
  const mine = showings;
  doc = null;
  clear();
  try {
    const { documents } = await api.documents({ deleted: true });
    if (mine !== showings) return;
    const gone = documents.find((/** @type {any} */ one) => one.id === id);
    tell("");
    element("document-gone").hidden = false;
    element("gone-title").textContent = gone ? words.wasDeleted : words.noSuchDocument;
    element("gone-text").textContent = gone ? `${name(gone)}. ${words.keptUntil(moment(gone.deleted_at), day(gone.kept_until))}` : words.noSuchHelp;
    const back = element("gone-restore");
    back.hidden = !gone;
    back.onclick = () => void restore(gone);
  } catch (error) {
    say(error);
  }
}

/** @param {any} gone */
async function restore(gone) {
  try {
    await api.restore(gone.id);
    go(location.pathname + location.search);
    tell(words.restored(name(gone)));
  } catch (error) {
    say(error);
  }
}

async function readAgain() {
  const { id } = doc;
  try {
    const job = await follow(await api.readAgain(id));
    if (job?.stage !== "done" || doc?.id !== id) return;
    await open(id, new URLSearchParams(location.search));
    tell(words.readDone);
  } catch (error) {
    say(error);
  }
}

async function remove() {
  const gone = doc;
  try {
    await removeWithUndo([gone], async () => go(documentAddress(gone.id)));
    go("/van-ban");
  } catch (error) {
    say(error);
  }
}
