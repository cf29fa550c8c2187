// @ts-check
// Elements, and how texts, dates and documents are written. Text is set as text only; documents cannot bring markup into the page.

import { words } from "./words.js";

/** `figure`: the very thing that was asked for. @typedef {{text: string, mark: boolean, figure?: boolean}} Segment */
/** @typedef {{id: string, symbol: string | null, title: string, doc_type: string | null, issuer: string | null, issued_on: string | null, file_name: string, version: number, sample: boolean}} Doc */
/** @typedef {{n: number, document: Doc, passage_id: string, heading: string[], page: number | null, start: number, end: number, quote: string, reference?: string, segments: Segment[]}} Citation */

/** @param {string} id */
export const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** A copy of a template's element. @param {string} template @returns {HTMLElement} */
export function copy(template) {
  const source = /** @type {HTMLTemplateElement} */ (element(template));
  return /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (source.content.firstElementChild).cloneNode(true));
}

/** @param {Element} parent @param {string} selector */
export const part = (parent, selector) => /** @type {HTMLElement} */ (parent.querySelector(selector));

/**
 * A new element with a text.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {string} [text] @param {string} [className]
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, text = "", className = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** What is marked is marked as one, and what was asked for once more within it. @param {Element} target @param {Segment[]} segments */
export function showSegments(target, segments) {
  target.replaceChildren();
  for (const { text, mark, figure } of segments) {
    const last = target.lastChild;
    const home = !mark ? target : last instanceof HTMLElement && last.tagName === "MARK" ? last : target.appendChild(make("mark"));
    home.append(figure ? make("strong", text, "figure") : text);
  }
}

/** 2021-03-26 → 26/3/2021, as dates are written in documents. @param {string | null} iso */
export const date = (iso) => (iso ? iso.slice(0, 10).split("-").reverse().map(Number).join("/") : "");

/** A time of the server on this machine's clock. @param {string} iso */
export const moment = (iso) => new Date(iso).toLocaleString("vi-VN", { day: "numeric", month: "numeric", year: "numeric", hour: "2-digit", minute: "2-digit" });

/** The day of a time of the server, on this machine's calendar. @param {string | null} iso */
export const day = (iso) => (iso ? new Date(iso).toLocaleDateString("vi-VN") : "");

const numbers = new Intl.NumberFormat("vi-VN");
/** @param {number} n */
export const count = (n) => numbers.format(n);

/** A text where there is little room. @param {string} text @param {number} most letters */
export const clipped = (text, most) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);

/** @param {Doc} doc */
export const name = (doc) => [doc.symbol, doc.title].filter(Boolean).join(" – ");

/** What a document is, in a line. @param {Doc} doc */
export const facts = (doc) => [doc.issuer, date(doc.issued_on), doc.sample ? words.sample : ""].filter(Boolean).join(" · ");

/** Where a citation stands, without the document. @param {Citation} citation */
export const place = (citation) =>
  [...citation.heading.slice(-2), citation.page ? words.page(citation.page) : ""].filter(Boolean).join(" › ");

/** The address of a place in a document. @param {string} id @param {number} [start] @param {number} [end] */
export const documentAddress = (id, start, end) => `/van-ban/${id}` + (start === undefined ? "" : `?tu=${start}&den=${end ?? start}`);

/** @type {Map<string, string>} */
const plainLetters = new Map(); // whole documents are folded, and their letters are few

/** @param {string} letter */
function plain(letter) {
  const without = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace("\u0111", "d");
  return without.length === letter.length ? without : letter;
}

/** Without marks and capitals, letter for letter, so that places stay true. @param {string} text */
export function folded(text) {
  let out = "";
  for (const letter of text) {
    let known = plainLetters.get(letter);
    if (known === undefined) plainLetters.set(letter, (known = plain(letter)));
    out += known;
  }
  return out;
}

/** 26/3/2021 → 2021-03-26; null: no such day. @param {string} text */
export function dayOf(text) {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.replace(/\s/g, ""));
  if (!parts) return null;
  const [day, month, year] = parts.slice(1).map(Number);
  const made = new Date(Date.UTC(year, month - 1, day));
  const same = year >= 1000 && made.getUTCDate() === day && made.getUTCMonth() === month - 1;
  return same ? made.toISOString().slice(0, 10) : null;
}
