// @ts-check
// Several documents at once: ticked in the table, then put into a collection, read again or deleted.

import { api } from "./api.js";
import { element, make, name } from "./dom.js";
import { announce, say, tell } from "./page.js";
import { removeWithUndo } from "./trash.js";
import { words } from "./words.js";

/** @typedef {import("./filters.js").Row} Row */

/** @type {Map<string, Row>} */
const ticked = new Map();
/** @type {Row[]} */
let listed = []; // all that the filters let through, also those that are not drawn yet
/** @type {Row | null} */
let last = null;

const all = /** @type {HTMLInputElement} */ (element("tick-all"));
const dialog = /** @type {HTMLDialogElement} */ (element("collect"));
const typed = /** @type {HTMLInputElement} */ (element("collect-name"));

/** @param {() => Promise<void>} reload the table anew */
export function startSelection(reload) {
  all.addEventListener("change", () => {
    if (all.checked) for (const doc of listed) ticked.set(doc.id, doc);
    else ticked.clear();
    showTicks();
  });
  element("tick-none").addEventListener("click", () => {
    ticked.clear();
    showTicks();
    all.focus();
  });
  element("collect-several").addEventListener("click", () => {
    typed.value = "";
    dialog.showModal();
  });
  element("collect-cancel").addEventListener("click", () => dialog.close());
  element("collect-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const tag = typed.value.trim();
    if (!tag) return typed.focus();
    dialog.close();
    void withTicked((docs) => collect(docs, tag, reload), reload);
  });
  element("read-several").addEventListener("click", () => void withTicked(readAgain, reload));
  element("remove-several").addEventListener("click", () => void withTicked((docs) => removeWithUndo(docs, reload), reload));
}

/** What is ticked and not listed any more is let go: nobody should delete what is out of sight. @param {Row[]} docs */
export function selectFrom(docs) {
  listed = docs;
  last = null;
  const now = new Map(docs.map((doc) => [doc.id, doc]));
  for (const id of [...ticked.keys()]) {
    const doc = now.get(id);
    if (doc) ticked.set(id, doc);
    else ticked.delete(id);
  }
  showTicks();
}

/** @param {Row} doc */
export function tickBox(doc) {
  const box = make("input");
  box.type = "checkbox";
  box.checked = ticked.has(doc.id);
  box.dataset.id = doc.id;
  box.setAttribute("aria-label", words.tick(name(doc)));
  box.addEventListener("click", (event) => tick(doc, box.checked, event.shiftKey));
  return box;
}

/** @param {Row} doc @param {boolean} on @param {boolean} through from the last one that was ticked to this one */
function tick(doc, on, through) {
  const [from, to] = [listed.indexOf(last ?? doc), listed.indexOf(doc)].sort((a, b) => a - b);
  for (const one of through ? listed.slice(from, to + 1) : [doc]) {
    if (on) ticked.set(one.id, one);
    else ticked.delete(one.id);
  }
  last = doc;
  showTicks();
}

function showTicks() {
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (element("document-rows").querySelectorAll("input[data-id]"))) {
    box.checked = ticked.has(box.dataset.id ?? "");
  }
  all.checked = listed.length > 0 && ticked.size === listed.length;
  all.indeterminate = ticked.size > 0 && !all.checked;
  element("selection").hidden = ticked.size === 0;
  element("selected-count").textContent = words.selected(ticked.size);
}

/** @param {(docs: Row[]) => Promise<void>} act @param {() => Promise<void>} reload */
async function withTicked(act, reload) {
  const docs = [...ticked.values()];
  try {
    await act(docs);
  } catch (error) {
    say(error); // some may be done: the table says which
  }
  ticked.clear();
  await reload();
  element("filter-text").focus();
}

/** @param {Row[]} docs @param {string} tag @param {() => Promise<void>} reload */
async function collect(docs, tag, reload) {
  const others = docs.filter((doc) => !doc.tags.includes(tag));
  for (const [n, doc] of others.entries()) {
    tell(words.working(n + 1, others.length));
    await api.putTags(doc.id, [...doc.tags, tag]);
  }
  tell("");
  announce(words.collected(docs.length, tag), async () => {
    for (const doc of others) await api.putTags(doc.id, doc.tags);
    await reload();
  });
}

/** @param {Row[]} docs */
async function readAgain(docs) {
  for (const [n, doc] of docs.entries()) {
    tell(words.working(n + 1, docs.length));
    await api.readAgain(doc.id);
  }
  tell(words.readingSeveral(docs.length));
}
