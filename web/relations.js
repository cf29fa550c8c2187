// @ts-check
// What a document rests on and what refers to it, as a small graph and as lists with the words; and what is cited but not there.

import { api } from "./api.js";
import { date, documentAddress, element, make, name } from "./dom.js";
import { capital } from "./filters.js";
import { node } from "./chart.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Doc} Doc */
/** @typedef {{kind: string, symbol: string, doc_type: string, issued_on: string | null, document: Doc | null, start: number, end: number, quote: string}} Relation */

const MOST = 12; // boxes on a side
const LISTED = 12; // lines of a list, before the rest is asked for
const LONGEST = 240; // letters of a quotation
const LONGEST_NAME = 60; // of a document without a number
const BOX = { width: 210, height: 34, gap: 8 };
const WIDTH = 860;

let calls = 0;

/** @param {string} kind of the ledger that is shown */
export async function showRelations(kind) {
  const mine = ++calls;
  const id = new URLSearchParams(location.search).get("van_ban");
  const wanted = kind === "decision";
  element("missing").hidden = !wanted;
  if (!wanted || !id) element("relations").hidden = true;
  if (!wanted) return;
  try {
    const [missing, found] = await Promise.all([api.missing(), id ? api.relations(id) : null]);
    if (mine !== calls) return;
    showMissing(missing);
    if (found) draw(found.document, strongest(found.outgoing), strongest(found.incoming));
  } catch {
    if (mine === calls) element("relations").hidden = true; // the ledger above says what is wrong
  }
}

/** @param {{total: number, missing: {symbol: string, doc_type: string, issued_on: string | null, count: number, documents: Doc[]}[]}} found */
function showMissing({ total, missing }) {
  element("missing").hidden = total === 0;
  element("missing-title").textContent = words.missingTitle(total);
  list("missing-list", missing.map((one) => {
    const item = make("li");
    item.append(make("strong", [capital(one.doc_type), one.symbol].filter(Boolean).join(" ")), one.issued_on ? ` (${date(one.issued_on)})` : "", " ", make("span", words.citedBy(one.count), "soft"), " ");
    for (const doc of one.documents.slice(0, 3)) {
      const link = make("a", doc.symbol ?? doc.title.slice(0, LONGEST_NAME), "tag");
      link.href = `/quyet-dinh?van_ban=${doc.id}`;
      item.append(link, " ");
    }
    return item;
  }));
}

/** What only mentions comes last. @template {Relation} R @param {R[]} all @returns {R[]} */
const strongest = (all) => [...all].sort((a, b) => Number(a.kind === "mentions") - Number(b.kind === "mentions"));

/** @param {Doc} doc @param {Relation[]} outgoing @param {(Relation & {document: Doc})[]} incoming */
function draw(doc, outgoing, incoming) {
  element("relations").hidden = outgoing.length + incoming.length === 0;
  element("relations-title").textContent = words.relationsOf(name(doc));
  element("relations-graph").replaceChildren(graph(doc, outgoing.slice(0, MOST), incoming.slice(0, MOST)));
  list("relations-out", outgoing.map((one) => line(one, doc.id)));
  list("relations-in", incoming.map((one) => line(one, one.document.id)));
  element("relations-out-title").hidden = outgoing.length === 0;
  element("relations-in-title").hidden = incoming.length === 0;
}

/** The first lines, and a button for the others. @param {string} id @param {HTMLElement[]} lines */
function list(id, lines) {
  const target = element(id);
  target.replaceChildren(...lines.slice(0, LISTED));
  if (lines.length <= LISTED) return;
  const item = make("li");
  const button = make("button", words.moreFacts(lines.length - LISTED), "quiet");
  button.type = "button";
  button.addEventListener("click", () => {
    item.replaceWith(...lines.slice(LISTED));
    lines[LISTED].querySelector("a")?.focus();
  });
  item.append(button);
  target.append(item);
}

/** @param {Relation} one @param {string} where the document whose words say it */
function line(one, where) {
  const item = make("li");
  const quote = make("a", one.quote.length > LONGEST ? `${one.quote.slice(0, LONGEST)}…` : one.quote, "quoted");
  quote.href = documentAddress(where, one.start, one.end);
  item.append(make("span", words.relationKinds[one.kind], "tag"), " ", target(one), one.document ? "" : make("span", words.notThere, "tag overdue"), make("br"), quote);
  return item;
}

/** @param {Relation} one */
function target(one) {
  const text = one.document ? name(one.document) : [capital(one.doc_type), one.symbol].filter(Boolean).join(" ");
  if (!one.document) return make("strong", text);
  const link = make("a", text);
  link.href = `/quyet-dinh?van_ban=${one.document.id}`;
  return link;
}

/** @param {Doc} doc @param {Relation[]} outgoing @param {Relation[]} incoming */
function graph(doc, outgoing, incoming) {
  const rows = Math.max(outgoing.length, incoming.length, 1);
  const height = rows * (BOX.height + BOX.gap) + BOX.gap;
  const drawing = node("svg", { viewBox: `0 0 ${WIDTH} ${height}`, class: "graph", role: "img" });
  drawing.setAttribute("aria-label", words.graphSays(outgoing.length, incoming.length));
  const middle = { x: (WIDTH - BOX.width) / 2, y: (height - BOX.height) / 2 };
  const sides = /** @type {const} */ ([[outgoing, 0], [incoming, WIDTH - BOX.width]]);
  for (const [list, x] of sides) {
    const first = (height - list.length * (BOX.height + BOX.gap) + BOX.gap) / 2;
    list.forEach((one, n) => {
      const y = first + n * (BOX.height + BOX.gap);
      drawing.append(edge(x === 0 ? BOX.width : x, y + BOX.height / 2, x === 0 ? middle.x : middle.x + BOX.width, middle.y + BOX.height / 2, one.kind));
      drawing.append(box(x, y, one.document?.symbol || one.symbol || one.document?.title || one.doc_type, words.relationKinds[one.kind], one.document ? "there" : "missing"));
    });
  }
  drawing.append(box(middle.x, middle.y, doc.symbol ?? doc.title, "", "middle"));
  return drawing;
}

/** @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 @param {string} kind */
function edge(x1, y1, x2, y2, kind) {
  const bend = (x1 + x2) / 2;
  return node("path", { d: `M${x1} ${y1} C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}`, class: `edge ${kind}` });
}

/** @param {number} x @param {number} y @param {string} text @param {string} kind @param {string} className */
function box(x, y, text, kind, className) {
  const made = node("g", { class: className });
  made.append(node("rect", { x, y, width: BOX.width, height: BOX.height, rx: 5 }));
  const short = text.length > 30 ? `${text.slice(0, 29)}…` : text;
  const caption = node("text", { x: x + 8, y: y + (kind ? 15 : 22) });
  caption.textContent = short;
  made.append(caption);
  if (kind) {
    const under = node("text", { x: x + 8, y: y + 28, class: "kind" });
    under.textContent = kind;
    made.append(under);
  }
  return made;
}
