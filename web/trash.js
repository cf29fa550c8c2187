// @ts-check
// Deleting with a way back, and the list of what was deleted: kept for a time, brought back or let go for good.

import { api } from "./api.js";
import { day, element, make, moment, name } from "./dom.js";
import { announce, say, tell } from "./page.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Doc} Doc */
/** @typedef {import("./filters.js").Row} Row */

/** Delete, and offer to take that back. @param {Doc[]} docs @param {() => Promise<void>} after what to show when they are gone, and when they are back */
export async function removeWithUndo(docs, after) {
  /** @type {Doc[]} */
  const gone = [];
  try {
    for (const [n, doc] of docs.entries()) {
      if (docs.length > 1) tell(words.working(n + 1, docs.length));
      await api.remove(doc.id);
      gone.push(doc);
    }
    tell("");
  } finally {
    if (gone.length) offerBack(gone, gone.length === 1 ? words.removed(name(gone[0])) : words.removedSeveral(gone.length), after);
  }
}

/** @param {Doc[]} docs @param {string} said @param {() => Promise<void>} after */
export function offerBack(docs, said, after) {
  announce(said, async () => {
    for (const doc of docs) await api.restore(doc.id);
    tell(docs.length === 1 ? words.restored(name(docs[0])) : words.restoredSeveral(docs.length));
    await after();
  });
}

/** @param {Row[]} docs @param {() => Promise<void>} reload */
export function showDeleted(docs, reload) {
  element("none-deleted").hidden = docs.length > 0;
  element("deleted").hidden = docs.length === 0;
  element("deleted").replaceChildren(...docs.map((doc) => deletedItem(doc, reload)));
}

/** @param {Row} doc @param {() => Promise<void>} reload */
function deletedItem(doc, reload) {
  const item = make("li");
  const about = make("div");
  about.append(make("p", name(doc), "name"), make("p", words.keptUntil(doc.deleted_at ? moment(doc.deleted_at) : "", day(doc.kept_until)), "soft small"));
  const back = make("button", words.restore, "quiet");
  const forever = make("button", words.forever, "quiet");
  for (const button of [back, forever]) {
    button.type = "button";
    button.setAttribute("aria-label", `${button.textContent}: ${name(doc)}`);
  }
  back.addEventListener("click", () => void change(() => api.restore(doc.id), words.restored(name(doc)), reload));
  forever.addEventListener("click", () => askForever(doc, reload));
  const acts = make("div", "", "row");
  acts.append(back, forever);
  item.append(about, acts);
  return item;
}

/** Ask once: this cannot be taken back. @param {Doc} doc @param {() => Promise<void>} after */
export function askForever(doc, after) {
  const dialog = /** @type {HTMLDialogElement} */ (element("forever"));
  element("forever-name").textContent = name(doc);
  element("forever-no").onclick = () => dialog.close();
  element("forever-yes").onclick = () => {
    dialog.close();
    void change(() => api.removeForever(doc.id), words.goneForever(name(doc)), after);
  };
  dialog.showModal();
}

/** @param {() => Promise<unknown>} act @param {string} said @param {() => Promise<void>} after */
async function change(act, said, after) {
  try {
    await act();
    await after();
    tell(said);
    element("main").focus({ preventScroll: true }); // the button that was pressed has gone with its line
  } catch (error) {
    say(error);
  }
}
