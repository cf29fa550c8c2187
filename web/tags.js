// @ts-check
// Collections of one document: names that can be added, with those that exist as suggestions, and taken away.

import { api } from "./api.js";
import { element, make } from "./dom.js";
import { option } from "./filters.js";
import { say, tell } from "./page.js";
import { words } from "./words.js";

/** @typedef {import("./filters.js").Row} Row */

const typed = /** @type {HTMLInputElement} */ (element("tag-name"));
/** @type {Row | null} */
let shown = null;

export function startTags() {
  element("tag-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const tag = typed.value.trim();
    if (tag && shown) void put([...shown.tags, tag], words.tagAdded(tag));
  });
}

/** All collections, to choose from while typing. */
export async function suggestTags() {
  const { tags } = await api.tags();
  element("known-tags").replaceChildren(...tags.map((/** @type {{tag: string, count: number}} */ one) => option(one.tag, words.documentCount(one.count))));
}

/** @param {Row} doc */
export function showTags(doc) {
  shown = doc;
  element("document-tags").hidden = doc.tags.length === 0;
  element("document-tags").replaceChildren(...doc.tags.map(tagItem));
}

/** @param {string} tag */
function tagItem(tag) {
  const item = make("li", "", "row");
  const link = make("a", tag, "tag");
  link.href = `/van-ban?${new URLSearchParams({ bo: tag })}`;
  const off = make("button", "×", "bare");
  off.type = "button";
  off.setAttribute("aria-label", words.tagOff(tag));
  off.addEventListener("click", () => shown && void put(shown.tags.filter((one) => one !== tag), words.tagTaken(tag)));
  item.append(link, off);
  return item;
}

/** @param {string[]} tags @param {string} said */
async function put(tags, said) {
  const doc = shown;
  if (!doc) return;
  try {
    const now = await api.putTags(doc.id, tags);
    if (shown !== doc) return;
    showTags(now);
    typed.value = "";
    tell(said);
    typed.focus();
    await suggestTags();
  } catch (error) {
    say(error);
  }
}
