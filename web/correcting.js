// @ts-check
// Putting right what was read, in the list itself: the five facts that documents are found by. The reader has all of them.

import { api } from "./api.js";
import { copy, date, dayOf, make, part } from "./dom.js";
import { unlisted } from "./following.js";
import { say, tell } from "./page.js";
import { confirm, knowDocument } from "./results.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Doc} Doc */

const LONGEST = { symbol: 60, doc_type: 60, issuer: 200, issued_on: 10, subject: 1000 };

/** @param {Doc} doc @returns {Record<keyof typeof LONGEST, string>} */
const present = (doc) => ({
  symbol: doc.symbol ?? "", doc_type: doc.doc_type ?? "", issuer: doc.issuer ?? "", issued_on: date(doc.issued_on),
  subject: doc.title === doc.file_name ? "" : doc.title,
});

/**
 * A form in place of what was read, until it is saved or given up.
 * @param {HTMLElement} place @param {Doc} doc @param {() => void} after
 */
export function correct(place, doc, after) {
  const before = present(doc);
  const form = /** @type {HTMLFormElement} */ (copy("correct-template"));
  const names = /** @type {(keyof typeof LONGEST)[]} */ (Object.keys(LONGEST));
  part(form, ".fields").append(...names.map((name) => field(doc.id, name, before[name])));
  const close = () => {
    form.remove();
    after();
  };
  part(form, ".leave").addEventListener("click", close);
  form.addEventListener("keydown", (event) => event.key === "Escape" && close());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void put(doc, form, before, close);
  });
  place.replaceChildren(form);
  boxes(form)[0].focus();
}

/** @param {HTMLElement} form */
const boxes = (form) => [...form.querySelectorAll("input")];

/** @param {string} id @param {keyof typeof LONGEST} name @param {string} value */
function field(id, name, value) {
  const made = make("p", "", "field");
  const label = make("label", words.fields[name]);
  const box = make("input");
  Object.assign(box, { id: `${id}-${name}`, name, value, maxLength: LONGEST[name], autocomplete: "off" });
  label.htmlFor = box.id;
  if (name === "doc_type") box.setAttribute("list", "known-types");
  if (name === "issued_on") box.placeholder = words.dateForm;
  if (name === "subject") made.classList.add("long");
  box.addEventListener("input", () => box.setCustomValidity(name !== "issued_on" || !box.value || dayOf(box.value) ? "" : words.wrongDate));
  made.append(label, box);
  return made;
}

/** @param {Doc} doc @param {HTMLFormElement} form @param {Record<string, string>} before @param {() => void} close */
async function put(doc, form, before, close) {
  const changed = boxes(form).filter((box) => box.value.trim() !== before[box.name]);
  /** @type {Record<string, string>} */
  const fields = {};
  for (const box of changed) fields[box.name] = box.name === "issued_on" && box.value ? (dayOf(box.value) ?? "") : box.value.trim();
  try {
    if (changed.length) {
      const now = await unlisted(doc.file_name, () => api.putRight(doc.id, fields));
      knowDocument(now);
      confirm(now);
      tell(words.frontSaved);
    }
    close();
  } catch (error) {
    say(error);
  }
}
