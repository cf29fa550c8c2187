// @ts-check
// The address is the state: each view is shown by its path, and reads the rest from the query. Links and the back button just work.

import { ApiError } from "./api.js";
import { element } from "./dom.js";
import { say } from "./page.js";
import { words } from "./words.js";

/**
 * A view of the page. `show` is called each time the address leads to it, with what its path names and the query; `leave` when
 * another view is shown. `mark`: which link of the navigation is its own, where that is not the section.
 * @typedef {{section: string, mark?: string, path: RegExp, title: string, show: (parts: string[], query: URLSearchParams) => void, leave?: () => void}} View
 */

/** @typedef {Pick<View, "show" | "leave">} Acts */

/**
 * A view whose script is fetched when the address first leads to it.
 * @param {string} section @param {RegExp} path @param {string} title @param {() => Promise<{view: Acts}>} load @param {string} [mark]
 * @returns {View}
 */
export function later(section, path, title, load, mark) {
  /** @type {Acts | null} */
  let view = null;
  let calls = 0;
  return {
    section,
    mark,
    path,
    title,
    show: async (parts, query) => {
      const mine = ++calls;
      try {
        view ??= (await load()).view;
      } catch {
        if (mine === calls) say(new ApiError(words.serverGone));
        return;
      }
      if (mine === calls) view.show(parts, query);
    },
    leave: () => {
      calls += 1; // a script that is still coming does not show a view that was left
      view?.leave?.();
    },
  };
}

/** @type {View[]} */
let views = [];
/** @type {View | null} */
let shown = null;

/** @param {View[]} all the first one is shown for an address that none of them knows */
export function startRouting(all) {
  views = all;
  addEventListener("popstate", showAddress);
  document.addEventListener("click", followLink);
  showAddress();
}

/** @param {string} address @param {{replace?: boolean}} [how] replace: without a step in the history */
export function go(address, { replace = false } = {}) {
  if (address !== location.pathname + location.search) {
    history.replaceState({ ...history.state, top: scrollY }, ""); // where one is, for who comes back
    if (replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  }
  showAddress();
}

/**
 * The present address with some values of its query changed; null takes one out, a list puts in several.
 * @param {Record<string, string | number | string[] | null>} changes
 */
export function addressWith(changes) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    query.delete(name);
    for (const one of value === null ? [] : [value].flat()) query.append(name, String(one));
  }
  const text = query.toString();
  return location.pathname + (text ? `?${text}` : "");
}

/** Change the query without showing the view anew: it has done so itself. @param {Record<string, string | number | string[] | null>} changes */
export const note = (changes) => history.replaceState(history.state, "", addressWith(changes));

function showAddress() {
  const path = decodeURI(location.pathname);
  const view = views.find((one) => one.path.test(path)) ?? views[0];
  if (view !== shown) {
    shown?.leave?.();
    for (const one of views) element(one.section).hidden = one.section !== view.section;
    for (const link of document.querySelectorAll("nav a")) {
      const current = link.getAttribute("data-view")?.startsWith(view.mark ?? view.section); // one document is among the documents
      if (current) {
        link.setAttribute("aria-current", "page");
        link.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" }); // on a telephone not all of them fit
      } else link.removeAttribute("aria-current");
    }
    const moved = shown !== null;
    shown = view;
    document.title = view.title;
    scrollTo(0, 0);
    if (moved) element("main").focus({ preventScroll: true });
  }
  view.show((view.path.exec(path) ?? []).slice(1), new URLSearchParams(location.search));
}

/** Links within the page change the address only. @param {MouseEvent} event */
function followLink(event) {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin || link.pathname.startsWith("/api/")) return;
  if (link.target || link.hasAttribute("download") || link.getAttribute("href")?.startsWith("#")) return;
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(link.pathname + link.search);
}
