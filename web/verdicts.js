// @ts-check
// What somebody thinks of an answer: right, or wrong with a reason. It can be changed and taken back.

import { ApiError, api } from "./api.js";
import { element, make, part } from "./dom.js";
import { announce } from "./page.js";
import { entryOfQuestion, rememberSaid } from "./recent.js";
import { words } from "./words.js";

/** @typedef {import("./recent.js").Said} Said */
/** `whole`: the question as it was answered. @typedef {{question: string, before?: string, whole: string}} About */

const [up, down] = [element("verdict-up"), element("verdict-down")];
const form = /** @type {HTMLFormElement} */ (element("verdict-form"));
const text = /** @type {HTMLTextAreaElement} */ (element("verdict-text"));
const trouble = element("verdict-trouble");
/** @type {About} */
let about = { question: "", whole: "" };
/** @type {Said | undefined} */
let said;
let answers = 0; // what was said of one answer is not shown at another

export function startVerdicts() {
  up.addEventListener("click", () => void (said?.verdict === "up" ? takeBack() : give("up")));
  down.addEventListener("click", () => void (said?.verdict === "down" ? takeBack() : give("down")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void explain();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    leaveForm();
  });
  element("verdict-leave").addEventListener("click", leaveForm);
}

/** @param {About} asked @param {boolean} answered */
export function showVerdict(asked, answered) {
  answers += 1;
  about = asked;
  said = entryOfQuestion(asked)?.said;
  element("verdict-title").textContent = answered ? words.isItRight : words.isItMissing;
  up.textContent = answered ? words.thumbUp : words.thumbUpMissing;
  down.textContent = answered ? words.thumbDown : words.thumbDownMissing;
  element("verdict-reasons").replaceChildren(...(answered ? words.faults : words.faultsMissing).map(choice));
  form.hidden = true;
  show();
}

/** @param {readonly [string, string]} fault its name, and what it is called */
function choice([value, called]) {
  const [label, input] = [make("label", "", "choice"), make("input")];
  Object.assign(input, { type: "radio", name: "reason", value });
  label.append(input, called);
  return label;
}

function show() {
  up.setAttribute("aria-pressed", String(said?.verdict === "up"));
  down.setAttribute("aria-pressed", String(said?.verdict === "down"));
  const called = [...words.faults, ...words.faultsMissing].find(([value]) => value === said?.reason)?.[1];
  element("verdict-said").textContent = said?.verdict === "down" && form.hidden ? [called ?? "", said.text].filter(Boolean).join(": ") : "";
  trouble.hidden = true;
}

/** Send something, and show what is kept then; where that fails, what there was stays. @param {() => Promise<Said | undefined>} act @param {string} [done] */
async function attempt(act, done) {
  const [mine, asked] = [answers, about];
  try {
    const now = await act();
    rememberSaid(asked, now);
    if (mine !== answers) return false;
    said = now;
    show();
    if (done) announce(done);
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (mine !== answers) return false;
    part(trouble, "p").textContent = words.verdictFailed(error.message);
    part(trouble, "button").onclick = () => void attempt(act, done);
    trouble.hidden = false;
    return false;
  }
}

/** @param {"up" | "down"} verdict @param {{reason?: string, text?: string}} [why] @returns {Promise<Said>} */
async function send(verdict, { reason, text: words = "" } = {}) {
  const { id } = await api.giveFeedback({ verdict, text: words, about: about.whole.slice(0, 1000), ...(reason ? { reason } : {}), ...(said ? { replaces: said.id } : {}) });
  return { id, verdict, reason: reason ?? null, text: words };
}

/** @param {"up" | "down"} verdict */
async function give(verdict) {
  if (!(await attempt(() => send(verdict), verdict === "up" ? words.thanks : undefined))) return;
  form.hidden = verdict === "up";
  if (verdict === "up") return;
  form.reset();
  show();
  part(form, "input").focus();
}

async function takeBack() {
  const id = said?.id ?? "";
  const gone = await attempt(async () => {
    await api.takeBackFeedback(id).catch((error) => {
      if (!(error instanceof ApiError) || error.status !== 404) throw error; // gone already
    });
    return undefined;
  }, words.verdictTakenBack);
  if (gone) form.hidden = true;
}

async function explain() {
  const reason = new FormData(form).get("reason");
  const why = { reason: typeof reason === "string" ? reason : undefined, text: text.value.trim() };
  if (await attempt(() => send("down", why), words.thanks)) leaveForm();
}

function leaveForm() {
  form.hidden = true;
  show();
  down.focus();
}
