// @ts-check
// Versions: what changed from one to another, figures first, and putting a new file in the place of the old one.

import { ApiError, api } from "./api.js";
import { copy, count, documentAddress, element, make, moment, part } from "./dom.js";
import { option } from "./filters.js";
import { follow, showFailure } from "./work.js";
import { say } from "./page.js";
import { addressWith, go } from "./router.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Segment} Segment */
/** @typedef {{number: number, file_name: string, published_at: string, live: boolean}} Version */
/** @typedef {{kind: "changed" | "added" | "removed", figures: boolean, before: Segment[], after: Segment[], start: number | null, end: number | null}} Change */

const lists = () => /** @type {HTMLSelectElement[]} */ ([element("change-from"), element("change-to")]);
let comparisons = 0;
/** @type {string | null} */
let shown = null;

export function startVersions() {
  for (const list of lists()) {
    list.addEventListener("change", () => go(addressWith({ so_sanh: lists().map(({ value }) => value).join("-"), tu: null, den: null })));
  }
  const picked = /** @type {HTMLInputElement} */ (element("version-file"));
  picked.addEventListener("change", () => {
    const file = picked.files?.[0];
    if (file && shown) void replace(shown, file);
    picked.value = ""; // the same file can be chosen again
  });
}

/** @param {string} id @param {Version[]} versions */
export function showVersions(id, versions) {
  shown = id;
  /** @type {HTMLAnchorElement} */ (element("back-to-text")).href = documentAddress(id);
  element("document-versions").hidden = versions.length < 2;
  element("version-list").replaceChildren(...versions.map((one, n) => versionItem(id, one, versions[n - 1])).reverse());
  const options = () => versions.map(({ number }) => option(String(number), words.version(number)));
  for (const list of lists()) list.replaceChildren(...options());
}

/** @param {string} id @param {Version} version @param {Version} [before] */
function versionItem(id, version, before) {
  const item = make("li");
  const live = version.live ? ` (${words.liveVersion})` : "";
  item.append(make("p", words.version(version.number) + live), make("p", `${version.file_name}, ${moment(version.published_at)}`, "soft small"));
  if (!before) return item;
  const link = make("a", words.seeChanges);
  link.href = `${documentAddress(id)}?so_sanh=${before.number}-${version.number}`;
  link.setAttribute("aria-label", `${words.version(version.number)}: ${words.seeChanges}`);
  item.append(link);
  return item;
}

/** @param {string} id @param {string} written of the address, like 1-2 @param {number} live the version that can be read */
export async function showChanges(id, written, live) {
  const mine = ++comparisons;
  const [before, after] = written.split("-").map(Number);
  try {
    const found = await api.changes(id, before && after ? { before, after } : {});
    if (mine !== comparisons) return;
    const [from, to] = lists();
    from.value = String(found.before);
    to.value = String(found.after);
    element("changes-title").textContent = words.changesBetween(found.before, found.after);
    element("changes-count").textContent = words.changesCount(count(found.total), count(found.figures), found.total > found.changes.length ? found.changes.length : 0);
    const items = (/** @type {boolean} */ figures) => found.changes.filter((/** @type {Change} */ one) => one.figures === figures);
    const readable = found.after === live ? id : null;
    showGroup("figure-changes", items(true), readable);
    showGroup("other-changes", items(false), readable);
  } catch (error) {
    say(error);
  }
}

/** @param {string} section @param {Change[]} changes @param {string | null} id of the document whose text has them */
function showGroup(section, changes, id) {
  element(section).hidden = changes.length === 0;
  part(element(section), "ol").replaceChildren(...changes.map((one) => changeItem(one, id)));
}

/** @param {Change} change @param {string | null} id */
function changeItem(change, id) {
  const item = copy("change-template");
  part(item, ".kind").textContent = words.changeKinds[change.kind];
  showSide(part(item, ".before"), change.before, "del", change.kind === "removed");
  showSide(part(item, ".after"), change.after, "ins", change.kind === "added");
  const link = /** @type {HTMLAnchorElement} */ (part(item, "a"));
  link.hidden = id === null || change.start === null;
  if (id !== null && change.start !== null) link.href = documentAddress(id, change.start, change.end ?? change.start);
  return item;
}

/** @param {HTMLElement} side @param {Segment[]} segments @param {"del" | "ins"} tag @param {boolean} whole the line as such is new or gone */
function showSide(side, segments, tag, whole) {
  side.hidden = segments.length === 0;
  part(side, "p").replaceChildren(...segments.map(({ text, mark }) => (mark || whole ? make(tag, text) : document.createTextNode(text))));
}

/** @param {string} id @param {File} file */
async function replace(id, file) {
  try {
    const { jobs } = await api.add([file], id);
    const job = await follow(jobs[0]);
    if (job === null || job.stage !== "done" || shown !== id) return;
    if (job.duplicate) return showFailure(words.sameVersion(file.name));
    const { versions } = await api.versions(id);
    const [before, after] = versions.slice(-2);
    go(after ? `${documentAddress(id)}?so_sanh=${before.number}-${after.number}` : documentAddress(id));
  } catch (error) {
    if (error instanceof ApiError) showFailure(error.message);
    else throw error;
  }
}
