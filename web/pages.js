// @ts-check
// Pages of a PDF as they look on paper, beside the text: the page that is read, with boxes over the marked words.

import { api } from "./api.js";
import { element, make } from "./dom.js";
import { lineRead, reach } from "./outline.js";
import { say } from "./page.js";
import { words } from "./words.js";

/** Page, then left, top, right, bottom as shares of its size. @typedef {[number, number, number, number, number]} Box */

const picture = /** @type {HTMLImageElement} */ (element("page-image"));
const button = element("page-toggle");
let id = "";
let pages = 0;
let page = 1;
let read = 0;
let places = 0;
/** @type {Box[]} */
let boxes = [];

export function startPages() {
  button.addEventListener("click", () => showPicture(element("page-side").hidden));
  element("page-before").addEventListener("click", () => turn(page - 1));
  element("page-after").addEventListener("click", () => turn(page + 1));
  picture.addEventListener("error", () => (element("page-trouble").hidden = false));
  picture.addEventListener("load", drawBoxes);
}

/** @param {{id: string, pages: number | null}} detail */
export function offerPages(detail) {
  if (detail.id !== id && !element("page-side").hidden) showPicture(false);
  if (detail.id !== id) boxes = [];
  id = detail.id;
  pages = detail.pages ?? 0;
  button.hidden = pages === 0;
}

/** @param {boolean} on */
function showPicture(on) {
  const line = lineRead(); // the text gets another width: stay where one reads
  element("page-side").hidden = !on;
  element("reading").classList.toggle("with-page", on);
  button.setAttribute("aria-pressed", String(on));
  if (on) turn(boxes[0]?.[0] ?? page);
  if (on && matchMedia("(max-width: 68rem)").matches) element("page-side").scrollIntoView({ behavior: "instant" }); // it stands above the text
  else if (line) reach(line, "start");
}

/** The page of the line that is read: followed as it changes, so that one can turn pages, too. @param {number | null} number */
export function readPage(number) {
  if (number === null || number === read) return;
  read = number;
  page = number;
  if (!element("page-side").hidden) turn(number);
}

/** What is marked in the text is framed on its page. @param {number} start @param {number} end */
export async function frame(start, end) {
  const mine = ++places;
  boxes = [];
  drawBoxes();
  if (!pages || end <= start) return;
  try {
    const found = await api.boxes(id, start, end);
    if (mine !== places) return;
    boxes = found.boxes;
    if (boxes.length && !element("page-side").hidden) turn(boxes[0][0]);
  } catch (error) {
    say(error);
  }
}

/** @param {number} to */
function turn(to) {
  page = Math.min(Math.max(to, 1), pages);
  element("page-trouble").hidden = true;
  const address = api.pageImage(id, page);
  if (picture.getAttribute("src") !== address) picture.src = address;
  picture.alt = words.pagePicture(page);
  element("page-number").textContent = words.pageOf(page, pages);
  /** @type {HTMLButtonElement} */ (element("page-before")).disabled = page <= 1;
  /** @type {HTMLButtonElement} */ (element("page-after")).disabled = page >= pages;
  drawBoxes();
}

function drawBoxes() {
  const here = boxes.filter(([number]) => number === page);
  element("page-boxes").replaceChildren(
    ...here.map(([, left, top, right, bottom]) => {
      const made = make("div", "", "box");
      Object.assign(made.style, { left: share(left), top: share(top), width: share(right - left), height: share(bottom - top) });
      return made;
    }),
  );
}

/** @param {number} part of the page */
const share = (part) => `${part * 100}%`;
