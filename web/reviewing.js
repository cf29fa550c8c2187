// @ts-check
// A person says whether a fact was read rightly, or puts it right. Their name is asked once and kept in this browser.

import { ApiError, api } from "./api.js";
import { date, dayOf, element, make, moment, showSegments } from "./dom.js";
import { capital, option } from "./filters.js";
import { announce, say } from "./page.js";
import { words } from "./words.js";

/** @typedef {import("./ledger_rows.js").Fact} Fact */
/** @typedef {"text" | "long" | "number" | "list" | "date" | "status" | "comparator"} Form */

const KEPT = "cancu.ten";
/** What can be put right, and how it is written. @type {Record<string, Record<string, Form>>} */
const SLOTS = {
  target: { indicator: "long", status: "status", comparator: "comparator", value: "number", unit: "text", base: "text", scope: "text", year: "text" },
  assignment: { task: "long", lead: "list", coordinate: "list", deadline: "text", deadline_date: "date", product: "text" },
  decision: { object: "long", action: "text", effective_on: "date" },
};

/** @type {Fact | null} */
let shown = null;
let busy = false;
/** @type {(fact: Fact) => void} */
let changed = () => {};

const dialog = () => /** @type {HTMLDialogElement} */ (element("review"));
const input = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (element(id));

/** @param {(fact: Fact) => void} after what to do with the fact as it is then */
export function startReviewing(after) {
  changed = after;
  element("review-right").addEventListener("click", () => void put("right"));
  element("review-wrong").addEventListener("click", () => void put("wrong"));
  element("review-form").addEventListener("submit", (event) => {
    event.preventDefault();
    void put("corrected");
  });
  element("review-cancel").addEventListener("click", () => dialog().close());
  element("review-undo").addEventListener("click", () => void takeBack());
}

/** @param {Fact} fact */
export function review(fact) {
  shown = fact;
  showSegments(element("review-quote"), fact.segments);
  element("review-slots").replaceChildren(...Object.entries(SLOTS[fact.kind]).map(([slot, form]) => field(fact, slot, form)));
  const said = fact.review;
  element("review-said").hidden = !said;
  element("review-said-text").textContent = said ? words.saidBy(capital(words.verdicts[said.verdict]), said.by, moment(said.at), said.note) : "";
  input("review-by").value = keptName();
  input("review-note").value = said?.note ?? "";
  wrong("");
  dialog().showModal();
}

/** @param {Fact} fact @param {string} slot @param {Form} form */
function field(fact, slot, form) {
  const made = make("p", "", `field ${form}`);
  const label = make("label", words.slots[slot]);
  const box = boxFor(form);
  box.id = label.htmlFor = `review-${slot}`;
  box.name = slot;
  box.value = written(fact[slot], form);
  made.append(label, box);
  return made;
}

/** @param {Form} form @returns {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} */
function boxFor(form) {
  if (form === "long") return Object.assign(make("textarea"), { rows: 2 });
  if (form !== "status" && form !== "comparator") return Object.assign(make("input"), { autocomplete: "off" });
  const list = make("select");
  list.append(...Object.entries(form === "status" ? words.statuses : words.comparatorNames).map(([value, text]) => option(value, capital(text))));
  return list;
}

/** @param {any} value @param {Form} form */
function written(value, form) {
  if (form === "date") return date(value);
  if (Array.isArray(value)) return value.map((one) => (typeof one === "number" ? String(one).replace(".", ",") : one)).join("; ");
  return value === null ? "" : typeof value === "number" ? String(value).replace(".", ",") : String(value);
}

/** What a person wrote, in the server's form; undefined: it cannot be that. @param {Form} form @param {string} text @returns {unknown} */
function read(form, text) {
  const parts = text.split(";").map((one) => one.trim()).filter(Boolean);
  if (form === "list") return parts;
  if (form === "date") return text ? (dayOf(text) ?? undefined) : null;
  if (form !== "number") return text.replace(/\s+/g, " ");
  const figures = parts.map((one) => Number(one.replace(/\.(?=\d{3}(?!\d))/g, "").replace(",", ".")));
  if (figures.some(Number.isNaN)) return undefined;
  return figures.length === 0 ? null : figures.length === 1 ? figures[0] : figures.slice(0, 2);
}

/** @param {"right" | "wrong" | "corrected"} verdict */
async function put(verdict) {
  if (!shown) return;
  const by = input("review-by").value.trim();
  if (!by) {
    wrong(words.nameNeeded);
    return input("review-by").focus();
  }
  const slots = verdict === "corrected" ? corrections(shown) : null;
  if (slots === undefined) return;
  if (slots && !Object.keys(slots).length) return wrong(words.nothingChanged);
  keepName(by);
  await act(() => api.review(/** @type {Fact} */ (shown).id, { verdict, by, note: input("review-note").value.trim(), ...(slots ? { slots } : {}) }), words.reviewed[verdict]);
}

/** The slots that were changed; undefined: one of them is not written as it must be. @param {Fact} fact */
function corrections(fact) {
  /** @type {Record<string, unknown>} */
  const out = {};
  for (const [slot, form] of Object.entries(SLOTS[fact.kind])) {
    const text = input(`review-${slot}`).value.trim();
    if (text === written(fact[slot], form)) continue;
    const value = read(form, text);
    if (value === undefined) {
      wrong(form === "date" ? words.dateNeeded(words.slots[slot]) : words.numberNeeded(words.slots[slot]));
      input(`review-${slot}`).focus();
      return undefined;
    }
    out[slot] = slot === "year" ? yearOf(text) : value;
  }
  return out;
}

/** @param {string} text */
const yearOf = (text) => (/^\d{4}$/.test(text) ? Number(text) : text.replace("–", "-") || null);

const takeBack = () => act(() => api.takeBackReview(/** @type {Fact} */ (shown).id), words.reviewTakenBack);

/** @param {() => Promise<Fact>} send @param {string} told */
async function act(send, told) {
  if (busy) return; // once is enough
  busy = true;
  try {
    const fact = await send();
    dialog().close();
    changed(fact);
    announce(told);
  } catch (error) {
    if (error instanceof ApiError) wrong(error.message);
    else say(error);
  } finally {
    busy = false;
  }
}

/** @param {string} text */
function wrong(text) {
  element("review-trouble").textContent = text;
  element("review-trouble").hidden = !text;
}

function keptName() {
  try {
    return localStorage.getItem(KEPT) ?? "";
  } catch {
    return ""; // a browser that keeps nothing
  }
}

/** @param {string} name */
function keepName(name) {
  try {
    localStorage.setItem(KEPT, name);
  } catch {
    return; // it is asked again next time
  }
}
