// @ts-check
// What came out of a file: number, type, body, date and subject as they were read, for a person to confirm or put right.

import { api } from "./api.js";
import { count, date, documentAddress, make, name, part } from "./dom.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Doc} Doc */
/** @typedef {import("./following.js").Job} Job */

const CONFIRMED = "cancu.confirmed"; // in this browser's storage
const MOST_REMEMBERED = 2000;

/** Documents by their ids; null: it was deleted. @type {Map<string, Doc | null>} */
const known = new Map();

/** @param {Job} job @returns {Doc | null | undefined} undefined: not known yet */
export const documentOf = (job) => (job.document_id ? known.get(job.document_id) : undefined);

/** Learn all documents anew. */
export async function learnDocuments() {
  const { documents } = await api.documents();
  for (const id of known.keys()) known.set(id, null);
  for (const doc of documents) known.set(doc.id, doc);
}

/** @param {string} id */
export const learnDocument = async (id) => knowDocument(await api.document(id));

/** @param {Doc} doc */
export const knowDocument = (doc) => void known.set(doc.id, doc);

/** @param {Doc} doc */
const mark = (doc) => `${doc.id}@${doc.version}`;

/** @returns {string[]} */
const confirmed = () => JSON.parse(localStorage.getItem(CONFIRMED) ?? "[]");

/** @param {Doc} doc */
export const isConfirmed = (doc) => confirmed().includes(mark(doc));

/** @param {Doc} doc */
export function confirm(doc) {
  localStorage.setItem(CONFIRMED, JSON.stringify([...confirmed(), mark(doc)].slice(-MOST_REMEMBERED)));
}

/** The part of a list item that shows a document. @param {HTMLElement} item @param {Job} job @param {Doc | null | undefined} doc */
export function showResult(item, job, doc) {
  const read = part(item, ".read");
  read.hidden = !doc;
  const correcting = read.querySelector("form") !== null;
  part(item, ".actions").hidden = correcting;
  for (const link of item.querySelectorAll(".of-document")) /** @type {HTMLElement} */ (link).hidden = !doc;
  part(item, ".confirm").hidden = part(item, ".confirmed").hidden = true;
  part(item, ".lost").hidden = doc !== null;
  if (!doc) return;
  const link = (/** @type {string} */ selector, /** @type {string} */ address) => part(item, selector).setAttribute("href", address);
  link(".open-document", documentAddress(doc.id));
  link(".ask-document", `/?van_ban=${doc.id}`);
  link(".changes", `${documentAddress(doc.id)}?so_sanh=${doc.version - 1}-${doc.version}`);
  part(item, ".changes").hidden = doc.version < 2;
  part(item, ".changes").textContent = words.changedSince(doc.version - 1);
  part(item, ".confirm").hidden = job.duplicate || isConfirmed(doc);
  part(item, ".confirmed").hidden = job.duplicate || !isConfirmed(doc);
  if (!correcting) read.replaceChildren(...(job.duplicate ? [make("p", name(doc))] : facts(doc)));
}

/** @param {Doc} doc @returns {HTMLElement[]} */
function facts(doc) {
  const terms = words.fields;
  const subject = doc.title === doc.file_name ? "" : doc.title;
  /** @type {[string, string | null][]} */
  const all = [
    [terms.symbol, doc.symbol], [terms.doc_type, doc.doc_type], [terms.issuer, doc.issuer],
    [terms.issued_on, date(doc.issued_on)], [terms.subject, subject],
  ];
  const list = make("dl");
  for (const [term, value] of all.filter(([, value]) => value)) {
    const pair = make("div", "", term === terms.subject ? "long" : "");
    pair.append(make("dt", term), make("dd", value ?? ""));
    list.append(pair);
  }
  const missing = all.filter(([, value]) => !value).map(([term]) => term.toLowerCase());
  return [...(list.children.length ? [list] : []), ...(missing.length ? [make("p", words.notRead(missing), "missing")] : [])];
}

/** Pages and passages found. @param {Job} job */
export const found = (job) =>
  job.passages === null ? "" : [words.passagesFound(count(job.passages)), job.pages ? words.pagesFound(count(job.pages)) : ""].filter(Boolean).join(", ");
