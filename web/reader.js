// @ts-check
// One document for reading.

import { words } from "./words.js";

/** @type {import("./router.js").View} */
export const readerView = { section: "view-document", path: /^\/van-ban\/([\w-]+)$/, title: words.documentsTitle, show };

/** @param {string[]} _parts @param {URLSearchParams} _query */
function show(_parts, _query) {}
