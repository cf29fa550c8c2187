// @ts-check
// The watched folder: where it is and how it stands. The files themselves appear in the list like all others.

import { ApiError, api } from "./api.js";
import { count, element } from "./dom.js";
import { words } from "./words.js";

const LOOK_EVERY = 3000; // milliseconds, while somebody reads it

let looking = 0;

export async function startWatching() {
  const mine = ++looking;
  while (mine === looking) {
    if (!document.hidden) await look();
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}

export const stopWatching = () => void ++looking;

async function look() {
  try {
    show(await api.watch());
  } catch (error) {
    if (!(error instanceof ApiError)) throw error; // that the server is away is told elsewhere
  }
}

/** @param {{folder: string | null, files: number, waiting: number, error: string | null}} watch */
function show({ folder, files, waiting, error }) {
  const state = element("watch-state");
  const text = !folder ? words.noWatch : error ? words.watchFailed(error) : words.watched(count(files), waiting);
  if (state.textContent !== text) state.textContent = text;
  state.classList.toggle("soft", !folder);
  state.classList.toggle("bad", error !== null);
  state.classList.toggle("note", error !== null);
  element("watch-folder").textContent = folder ?? "";
  element("watch-folder").hidden = !folder;
}
