// @ts-check
// The table: its columns, its heads that sort, and its rows, drawn in slices as one scrolls. Narrow windows show rows as cards.

import { date, day, documentAddress, element, make } from "./dom.js";
import { capital, nextSort, option } from "./filters.js";
import { addressWith, go } from "./router.js";
import { tickBox } from "./selection.js";
import { words } from "./words.js";

/** @typedef {import("./filters.js").Row} Row */
/** @typedef {import("./filters.js").State} State */

const SLICE = 100;
const KEPT = "cancu.cot"; // columns that a person hid or showed, in this browser

/** `extra`: hidden until asked for. @type {{key: string, extra?: boolean, cell: (doc: Row) => (string | Node)[]}[]} */
const COLUMNS = [
  { key: "so", cell: (doc) => [doc.symbol ?? ""] },
  { key: "ten", cell: titleCell },
  { key: "loai", cell: (doc) => [capital(doc.doc_type)] },
  { key: "co_quan", cell: (doc) => [doc.issuer ?? ""] },
  { key: "ngay", cell: (doc) => [date(doc.issued_on)] },
  { key: "bo", cell: (doc) => doc.tags.map(tagLink) },
  { key: "them", cell: (doc) => [day(doc.added_at)] },
  { key: "noi", extra: true, cell: (doc) => [doc.place ?? ""] },
  { key: "ky", extra: true, cell: (doc) => [doc.signer ?? ""] },
];
const ALWAYS = "ten";

/** @type {Row[]} */
let rows = [];
let drawn = 0;
let shownWay = "";

export function startTable() {
  const sort = /** @type {HTMLSelectElement} */ (element("sort-by"));
  sort.replaceChildren(...COLUMNS.flatMap(({ key }) => [option(key, words.sortUp(words.columns[key])), option(`-${key}`, words.sortDown(words.columns[key]))]));
  sort.addEventListener("change", () => go(addressWith({ sap: sort.value })));
  element("column-choice").replaceChildren(...COLUMNS.filter(({ key }) => key !== ALWAYS).map(columnChoice));
  element("more-rows").addEventListener("click", () => moreRows(true));
  new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && moreRows(false), { rootMargin: "600px" }).observe(element("more-rows"));
  const choice = /** @type {HTMLDetailsElement} */ (element("columns"));
  addEventListener("click", (event) => event.target instanceof Node && !choice.contains(event.target) && (choice.open = false));
  choice.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    choice.open = false;
    choice.querySelector("summary")?.focus();
  });
  addEventListener("beforeprint", () => {
    while (drawn < rows.length) moreRows(false);
  });
}

/** @returns {Record<string, boolean>} which columns are shown, where a person said so */
function choices() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "{}");
  } catch {
    return {}; // a browser that keeps nothing, or something strange in it
  }
}

/** @param {{key: string, extra?: boolean}} column */
const isShown = ({ key, extra }) => key === ALWAYS || (choices()[key] ?? !extra);

/** @param {{key: string, extra?: boolean}} column */
function columnChoice(column) {
  const label = make("label");
  const box = make("input");
  box.type = "checkbox";
  box.checked = isShown(column);
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(KEPT, JSON.stringify({ ...choices(), [column.key]: box.checked }));
    } catch {
      return; // nothing is kept in this browser
    }
    go(location.pathname + location.search);
  });
  label.append(box, words.columns[column.key]);
  return label;
}

/** What is shown anew in the same way stays as long as it was. @param {Row[]} docs @param {State} state */
export function showTable(docs, state) {
  const way = JSON.stringify(state);
  const most = way === shownWay ? drawn : 0;
  shownWay = way;
  rows = docs;
  drawn = 0;
  showHeads(state);
  element("document-rows").replaceChildren();
  do moreRows(false);
  while (drawn < Math.min(most, rows.length));
}

/** Heads are made once for each choice of columns, so that the one that was pressed keeps the focus. @param {State} state */
function showHeads(state) {
  const shown = COLUMNS.filter(isShown);
  const line = element("document-heads");
  if (line.dataset.columns !== shown.map(({ key }) => key).join()) {
    line.dataset.columns = shown.map(({ key }) => key).join();
    while (line.children.length > 1) line.lastElementChild?.remove();
    line.append(...shown.map(({ key }) => head(key)));
  }
  for (const cell of /** @type {HTMLElement[]} */ ([...line.children].slice(1))) {
    const key = cell.dataset.key ?? "";
    const sorted = key === state.sort.key;
    if (sorted) cell.setAttribute("aria-sort", state.sort.down ? "descending" : "ascending");
    else cell.removeAttribute("aria-sort");
    const button = /** @type {HTMLElement} */ (cell.firstElementChild);
    button.dataset.next = nextSort(state, key);
  }
  /** @type {HTMLSelectElement} */ (element("sort-by")).value = (state.sort.down ? "-" : "") + state.sort.key;
}

/** @param {string} key */
function head(key) {
  const cell = make("th", "", `column-${key}`);
  cell.scope = "col";
  cell.setAttribute("role", "columnheader");
  cell.dataset.key = key;
  const button = make("button", words.columns[key], "sort");
  button.type = "button";
  button.addEventListener("click", () => go(addressWith({ sap: button.dataset.next ?? key })));
  cell.append(button);
  return cell;
}

/** @param {boolean} focus go to the first new row: it was asked for by key */
function moreRows(focus) {
  const shown = COLUMNS.filter(isShown);
  const slice = rows.slice(drawn, drawn + SLICE);
  const made = slice.map((doc) => row(doc, shown));
  element("document-rows").append(...made);
  drawn += slice.length;
  const more = element("more-rows");
  more.hidden = drawn >= rows.length;
  more.textContent = words.moreRows(Math.min(SLICE, rows.length - drawn));
  if (focus) made[0]?.querySelector("a")?.focus();
}

/** @param {Row} doc @param {typeof COLUMNS} shown */
function row(doc, shown) {
  const line = make("tr");
  line.setAttribute("role", "row"); // cards are no table to the browser any more
  const cells = shown.map(({ key, cell }) => {
    const made = make("td", "", `column-${key}`);
    made.dataset.label = words.columns[key];
    made.append(...cell(doc));
    if (!made.hasChildNodes() || !made.textContent) made.classList.add("blank");
    return made;
  });
  const tick = make("td", "", "tick");
  tick.append(tickBox(doc));
  for (const cell of [tick, ...cells]) cell.setAttribute("role", "cell");
  line.append(tick, ...cells);
  return line;
}

/** @param {Row} doc @returns {Node[]} */
function titleCell(doc) {
  const link = make("a", capital(doc.title));
  link.href = documentAddress(doc.id);
  return doc.sample ? [link, document.createTextNode(" "), make("span", words.sample, "tag")] : [link];
}

/** @param {string} tag */
function tagLink(tag) {
  const link = make("a", tag, "tag");
  link.href = `/van-ban?${new URLSearchParams({ bo: tag })}`;
  return link;
}
