// @ts-check
// After documents have been added: how many questions that had no answer have one now.

import { api } from "./api.js";
import { count, element, make } from "./dom.js";
import { isAtWork } from "./following.js";
import { words } from "./words.js";

const LOOK_AGAIN = 2000; // milliseconds, while questions are being asked again

/** When the first file of the present work came, by the server's clock. */
let since = "";
let atWork = false;
let timer = 0;

/** @param {import("./following.js").Job[]} jobs */
export function followAnswers(jobs) {
  const coming = jobs.filter(isAtWork).map((job) => job.created_at);
  if (coming.length && !atWork) {
    since = coming.sort()[0];
    clearTimeout(timer);
  }
  if (!coming.length && atWork) void look();
  atWork = coming.length > 0;
}

async function look() {
  const mine = since;
  const found = await api.unanswered({ state: "answered", since, limit: 1 }).catch(() => null); // that the server is away is told elsewhere
  if (mine !== since || atWork) return;
  if (found) showNumber(found.total);
  if (!found || found.waiting) timer = window.setTimeout(look, LOOK_AGAIN);
}

/** @param {number} n */
function showNumber(n) {
  const note = element("newly-answered");
  const text = words.newlyAnswered(count(n));
  note.hidden = n === 0;
  if (n === 0 || note.textContent === text) return;
  const link = make("a", text);
  link.href = "/chua-co-loi-dap?xem=da_co";
  note.replaceChildren(link);
}
