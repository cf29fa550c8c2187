// @ts-check
// What all views share: telling people what happened, and offering to undo it.

import { ApiError } from "./api.js";
import { element } from "./dom.js";
import { words } from "./words.js";

const LONG_ENOUGH = 8000; // milliseconds an offer to undo stays, unless someone is at it

let offers = 0;

/** Tell in the line under the header. @param {string} text @param {boolean} seen false: for screen readers only */
export function tell(text, seen = true) {
  const status = element("status");
  status.textContent = text;
  status.classList.toggle("unseen", !seen);
  status.classList.remove("bad");
}

/** Tell what went wrong, as the server put it; what is no message for people is a mistake of the page. @param {unknown} error */
export function say(error) {
  if (error instanceof DOMException && error.name === "AbortError") return;
  if (!(error instanceof ApiError)) throw error;
  tell(error.message);
  element("status").classList.add("bad");
}

/** @param {string} text @param {(() => Promise<void>) | null} [undo] what takes it back, if it can be */
export function announce(text, undo = null) {
  const mine = ++offers;
  const toast = element("toast");
  const button = /** @type {HTMLButtonElement} */ (element("undo"));
  element("toast-text").textContent = text;
  button.hidden = undo === null;
  button.textContent = words.undo;
  button.onclick = async () => {
    toast.hidden = true;
    try {
      await undo?.();
    } catch (error) {
      say(error);
    }
  };
  toast.hidden = false;
  const close = () => {
    if (mine !== offers) return;
    if (toast.matches(":hover") || toast.contains(document.activeElement)) setTimeout(close, LONG_ENOUGH);
    else toast.hidden = true;
  };
  setTimeout(close, LONG_ENOUGH);
}

/**
 * Copy to the clipboard, also where the browser lets only a selection be copied (a page without https).
 * @param {string} text @param {string} [rich] the same as HTML, for programs that take it
 */
export async function copyText(text, rich) {
  if (navigator.clipboard && isSecureContext) {
    const kinds = { "text/plain": text, ...(rich ? { "text/html": rich } : {}) };
    const blobs = Object.entries(kinds).map(([type, content]) => [type, new Blob([content], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  } else {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "unseen";
    document.body.append(area);
    area.select();
    document.addEventListener("copy", (event) => put(event, text, rich), { once: true });
    document.execCommand("copy");
    area.remove();
  }
  announce(words.copied);
}

/** @param {ClipboardEvent} event @param {string} text @param {string} [rich] */
function put(event, text, rich) {
  event.preventDefault();
  event.clipboardData?.setData("text/plain", text);
  if (rich) event.clipboardData?.setData("text/html", rich);
}
