// @ts-check
// Before files are sent: which of them look like new versions of documents that are there, and what the person says they are.

import { api } from "./api.js";
import { date, element, folded, make, name } from "./dom.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Doc} Doc */
/** @typedef {import("./sending.js").Item} Item */
/** @typedef {{file: File, docs: Doc[]}} Likely */

const MOST_OFFERED = 3; // documents that one file may be a new version of
const YEAR = /(?:19|20)\d\d/g;

const dialog = /** @type {HTMLDialogElement} */ (element("new-version"));
let lastAsked = Promise.resolve();

export function startReplacing() {
  element("skip-version").addEventListener("click", () => dialog.close());
}

/**
 * Hand files on: at once where nothing like them is there, else as the person decides.
 * @param {File[]} files @param {(items: Item[]) => void} send
 */
export async function sendAsNewOrVersion(files, send) {
  const { documents } = await api.documents();
  const found = await Promise.all(files.map((file) => likely(file, documents)));
  send(found.filter(({ docs }) => !docs.length).map(({ file }) => ({ file, replaces: null })));
  const unclear = found.filter(({ docs }) => docs.length);
  if (!unclear.length) return;
  lastAsked = lastAsked.then(() => ask(unclear)).then(send); // one dialog after the other
  await lastAsked;
}

/** @param {File} file @param {Doc[]} documents @returns {Promise<Likely>} */
async function likely(file, documents) {
  const docs = documents.filter((doc) => isLike(file.name, doc)).slice(0, MOST_OFFERED);
  const same = await Promise.all(docs.map((doc) => isSame(file, doc.id)));
  return { file, docs: same.includes(true) ? [] : docs }; // the server says itself that it has these bytes
}

/** Letters and digits between hyphens, the ending and a copy's "(1)" left out. @param {string} text */
const hyphened = (text) => `-${folded(text).replace(/\.\w{2,8}$/, "").replace(/ ?\(\d+\)$/, "").replace(/[^\p{L}\d]+/gu, "-")}-`;

/** The same file name, or the document's number within it; another year's document has the same number. @param {string} called @param {Doc} doc */
export function isLike(called, doc) {
  const own = hyphened(called);
  if (own === hyphened(doc.file_name)) return true;
  const symbol = doc.symbol ? hyphened(`${doc.symbol}.none`) : "";
  const years = own.match(YEAR) ?? [];
  const sameYear = !doc.issued_on || !years.length || years.includes(doc.issued_on.slice(0, 4));
  return /\d.*\p{L}/u.test(symbol) && own.includes(symbol) && sameYear;
}

/** Whether a document has these very bytes. @param {File} file @param {string} id */
async function isSame(file, id) {
  const leave = new AbortController();
  try {
    const response = await fetch(api.original(id), { signal: leave.signal });
    if (!response.ok || Number(response.headers.get("Content-Length")) !== file.size) return false;
    const [mine, theirs] = [new Uint8Array(await file.arrayBuffer()), new Uint8Array(await response.arrayBuffer())];
    return mine.every((byte, place) => byte === theirs[place]);
  } catch {
    return false; // asking once too often does no harm
  } finally {
    leave.abort();
  }
}

/** @param {Likely[]} unclear @returns {Promise<Item[]>} */
function ask(unclear) {
  element("new-version-files").replaceChildren(...unclear.map(choice));
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "go" ? chosen(unclear) : []), { once: true });
  });
}

/** @param {Likely} one @param {number} n */
function choice({ file, docs }, n) {
  const field = make("fieldset");
  field.append(make("legend", file.name), option(n, "", words.newDocument));
  for (const doc of docs) field.append(option(n, doc.id, words.replacesThis(name(doc), date(doc.issued_on))));
  return field;
}

/** @param {number} n @param {string} value @param {string} text */
function option(n, value, text) {
  const label = make("label");
  const radio = make("input");
  Object.assign(radio, { type: "radio", name: `version-${n}`, value, checked: value === "" });
  label.append(radio, make("span", text));
  return label;
}

/** @param {Likely[]} unclear @returns {Item[]} */
const chosen = (unclear) =>
  unclear.map(({ file }, n) => {
    const radio = /** @type {HTMLInputElement | null} */ (dialog.querySelector(`input[name="version-${n}"]:checked`));
    return { file, replaces: radio?.value || null };
  });
