// @ts-check
// The table of documents.

import { words } from "./words.js";

/** @type {import("./router.js").View} */
export const documentsView = { section: "view-documents", path: /^\/van-ban$/, title: words.documentsTitle, show };

/** @param {string[]} _ @param {URLSearchParams} _query */
function show(_, _query) {}
