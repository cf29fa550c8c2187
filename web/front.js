// @ts-check
// Front matter: what counts, what the machine read, and a form to put it right. A person's word is kept and never overwritten.

import { api } from "./api.js";
import { copy, date, dayOf, element, make, moment, part } from "./dom.js";
import { capital } from "./filters.js";
import { say, tell } from "./page.js";
import { words } from "./words.js";

/** @typedef {{value: string | null, read: string | null, set_at: string | null}} Field */
/** @typedef {{id: string, front: Record<string, Field>}} Detail */

const ORDER = ["symbol", "doc_type", "issuer", "issued_on", "place", "subject", "signer"];
const LONGEST = { symbol: 60, doc_type: 60, issuer: 200, issued_on: 10, place: 100, subject: 1000, signer: 100 };

/** @type {Detail | null} */
let shown = null;
/** @type {(detail: any) => void} */
let changed = () => {};

/** @param {(detail: any) => void} after what to do with the document as it is after saving */
export function startFront(after) {
  changed = after;
  element("known-types").replaceChildren(...words.types.map((type) => Object.assign(make("option"), { value: type })));
  element("front-edit").addEventListener("click", edit);
  element("front-cancel").addEventListener("click", close);
  element("front-form").addEventListener("submit", (event) => {
    event.preventDefault();
    void save();
  });
}

/** @param {Detail} detail */
export function showFront(detail) {
  shown = detail;
  hideForm();
  element("front-list").replaceChildren(...ORDER.flatMap((name) => entry(name, detail.front[name])));
}

/** @param {string} name @param {string | null} value */
const written = (name, value) => (name === "issued_on" ? date(value) : name === "doc_type" ? capital(value) : (value ?? ""));

/** @param {string} name @param {Field} field */
function entry(name, field) {
  const term = make("dt", words.fields[name]);
  const said = make("dd", written(name, field.value));
  if (!field.value) said.append(make("span", words.none, "soft"));
  if (field.set_at) said.append(make("span", words.setBy(moment(field.set_at)), "by-person soft small"));
  return [term, said];
}

function edit() {
  if (!shown) return;
  const { front } = shown;
  element("front-fields").replaceChildren(...ORDER.map((name) => fieldOf(name, front[name])));
  element("front-form").hidden = false;
  element("front-list").hidden = true;
  element("front-edit").hidden = true;
  input(ORDER[0]).focus();
}

/** @param {string} name @param {Field} field */
function fieldOf(name, field) {
  const made = copy("front-field-template");
  const box = boxOf(made, name);
  const label = /** @type {HTMLLabelElement} */ (part(made, "label"));
  box.id = `front-${name}`;
  box.name = name;
  box.maxLength = LONGEST[/** @type {keyof typeof LONGEST} */ (name)];
  box.value = written(name, field.value);
  label.htmlFor = box.id;
  label.textContent = words.fields[name];
  if (name === "doc_type") box.setAttribute("list", "known-types");
  if (name === "issued_on") box.placeholder = words.dateForm;
  const wrong = part(made, ".wrong");
  wrong.id = `${box.id}-wrong`;
  const read = part(made, ".read");
  read.id = `${box.id}-read`;
  box.setAttribute("aria-describedby", `${wrong.id} ${read.id}`);
  const machine = written(name, field.read);
  part(read, "span").textContent = words.readByMachine(machine || words.none);
  const back = part(read, "button");
  back.setAttribute("aria-label", `${back.textContent}: ${words.fields[name]}`);
  const compare = () => (read.hidden = box.value.trim() === machine);
  box.addEventListener("input", compare);
  back.addEventListener("click", () => {
    box.value = machine;
    compare();
    box.focus();
  });
  compare();
  return made;
}

/** A subject is long: it has several lines to be written in. @param {HTMLElement} field @param {string} name */
function boxOf(field, name) {
  const box = /** @type {HTMLInputElement} */ (part(field, "input"));
  if (name !== "subject") return box;
  const area = make("textarea");
  area.rows = 4;
  box.replaceWith(area);
  return area;
}

/** @param {string} name */
const input = (name) => /** @type {HTMLInputElement | HTMLTextAreaElement} */ (document.getElementById(`front-${name}`));

/** What differs from what counts: a text, "" for "there is none", null where it is what the machine read. @param {Detail} detail */
function changes(detail) {
  /** @type {Record<string, string | null>} */
  const out = {};
  for (const name of ORDER) {
    const { value, read } = detail.front[name];
    const typed = input(name).value.trim().replace(/\s+/g, " ");
    const meant = name === "issued_on" && typed ? dayOf(typed) : typed;
    if (meant === null) return null;
    const is = (/** @type {string | null} */ known) => (name === "issued_on" ? meant === (known ?? "") : typed === written(name, known));
    if (!is(value)) out[name] = is(read) ? null : meant;
  }
  return out;
}

async function save() {
  const detail = shown;
  if (!detail) return;
  const wanted = changes(detail);
  showWrong("issued_on", wanted === null ? words.wrongDate : "");
  if (wanted === null) return input("issued_on").focus();
  if (!Object.keys(wanted).length) {
    close();
    return tell(words.nothingChanged);
  }
  const button = /** @type {HTMLButtonElement} */ (element("front-save"));
  button.disabled = true; // once is enough
  try {
    const now = await api.putRight(detail.id, wanted);
    if (shown !== detail) return;
    changed(now);
    close();
    tell(words.frontSaved);
  } catch (error) {
    say(error);
    element("front-save").focus();
  } finally {
    button.disabled = false;
  }
}

/** @param {string} name @param {string} message */
function showWrong(name, message) {
  const box = input(name);
  const wrong = element(`front-${name}-wrong`);
  wrong.textContent = message;
  wrong.hidden = !message;
  box.setAttribute("aria-invalid", String(message !== ""));
}

function hideForm() {
  element("front-form").hidden = true;
  element("front-list").hidden = false;
  element("front-edit").hidden = false;
}

function close() {
  hideForm();
  element("front-edit").focus();
}
