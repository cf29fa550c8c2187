// @ts-check
// The page: its views and what stands above all of them. The views of documents come when they are first wanted.

import { addingView, startAdding } from "./adding.js";
import { askView, startAsking } from "./ask.js";
import { later, startRouting } from "./router.js";
import { words } from "./words.js";

const documentsView = later("view-documents", /^\/van-ban$/, words.documentsTitle, () => import("./documents.js"));
/** @param {"target" | "assignment" | "decision"} kind @param {RegExp} path */
const ledgerView = (kind, path) =>
  later("view-ledger", path, words.ledgerTitles[kind], async () => ({ view: (await import("./ledger.js")).viewOf(kind) }), `view-ledger-${kind}`);
const historyView = later("view-history", /^\/lich-su$/, words.historyTitle, () => import("./history.js"), "view-ask");
const readerView = later("view-document", /^\/van-ban\/([\w-]+)$/, words.documentsTitle, () => import("./reader.js"));
const unansweredView = later("view-unanswered", /^\/chua-co-loi-dap$/, words.unansweredTitle, () => import("./unanswered.js"), "view-documents");

startAsking();
startAdding();
startRouting([askView, historyView, documentsView, readerView, ledgerView("target", /^\/chi-tieu$/), ledgerView("assignment", /^\/phan-cong$/), ledgerView("decision", /^\/quyet-dinh$/), addingView, unansweredView]);
