// @ts-check
// What a document rests on and what refers to it, as a small graph and as lists with the words.

import { api } from "./api.js";
import { clipped, documentAddress, element, folded, make, name, showSegments } from "./dom.js";
import { capital } from "./filters.js";
import { node } from "./chart.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Doc} Doc */
/** @typedef {{kind: string, symbol: string, title: string, doc_type: string, issued_on: string | null, document: Doc | null, start: number, end: number, segments: import("./dom.js").Segment[]}} Relation */
/** @typedef {{text: string, kinds: string[], there: boolean}} Box */

const MOST = 12; // boxes on a side
const LONGEST_NAME = 140; // letters
const LISTED = 12; // lines of a list, before the rest is asked for
const BOX = { width: 210, height: 34, gap: 8 };
const WIDTH = 860;

/** The references of the one document that the decisions are narrowed to; null where there is none, or it has gone. @param {string} kind of the ledger */
export async function relationsFor(kind) {
  const id = kind === "decision" && new URLSearchParams(location.search).get("van_ban");
  return id ? api.relations(id).catch(() => null) : null; // the ledger says what is wrong
}

/** @param {{document: Doc, outgoing: Relation[], incoming: (Relation & {document: Doc})[]} | null} found */
export function showRelations(found) {
  element("relations").hidden = !found;
  if (found) draw(found.document, strongest(found.outgoing), strongest(found.incoming));
}

/** What only mentions comes last. @template {Relation} R @param {R[]} all @returns {R[]} */
export const strongest = (all) => [...all].sort((a, b) => Number(a.kind === "mentions") - Number(b.kind === "mentions"));

/** @param {Doc} doc @param {Relation[]} outgoing @param {(Relation & {document: Doc})[]} incoming */
function draw(doc, outgoing, incoming) {
  element("relations").hidden = outgoing.length + incoming.length === 0;
  element("relations-title").textContent = words.relationsOf(clipped(name(doc), LONGEST_NAME));
  element("relations-graph").replaceChildren(graph(doc, boxesOf(outgoing), boxesOf(incoming)));
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
  const quote = make("a", "", "quoted");
  showSegments(quote, one.segments);
  quote.href = documentAddress(where, one.start, one.end);
  item.append(make("span", words.relationKinds[one.kind], "tag"), " ", target(one), one.document ? "" : " ", one.document ? "" : make("span", words.notThere, "tag overdue"), make("br"), quote);
  return item;
}

/** What is referred to, in the words of the reference. @param {{symbol: string, title: string, doc_type: string}} one */
export function calledOf({ symbol, title, doc_type: type }) {
  if (!symbol && folded(title).startsWith(folded(type))) return capital(title);
  return capital([type, symbol || title].filter(Boolean).join(" "));
}

/** @param {Relation} one */
export function target(one) {
  const text = one.document ? name(one.document) : calledOf(one);
  if (!one.document) return make("strong", text);
  const link = make("a", text);
  link.href = `/quyet-dinh?van_ban=${one.document.id}`;
  return link;
}

/** A document is one box, however often and in whatever ways it is referred to. @param {Relation[]} all @returns {Box[]} */
function boxesOf(all) {
  /** @type {Map<string, Box>} */
  const boxes = new Map();
  for (const one of all) {
    const text = one.document?.symbol || one.symbol || capital(one.document?.title ?? null) || calledOf(one);
    const known = boxes.get(text);
    if (!known) boxes.set(text, { text, kinds: [one.kind], there: one.document !== null });
    else if (!known.kinds.includes(one.kind)) known.kinds.push(one.kind);
  }
  return [...boxes.values()].slice(0, MOST);
}

/** @param {Doc} doc @param {Box[]} outgoing @param {Box[]} incoming */
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
      drawing.append(edge(x === 0 ? BOX.width : x, y + BOX.height / 2, x === 0 ? middle.x : middle.x + BOX.width, middle.y + BOX.height / 2, one.kinds.join(" ")));
      drawing.append(box(x, y, one.text, one.kinds.map((kind) => words.relationKinds[kind]).join(", "), one.there ? "there" : "missing"));
    });
  }
  drawing.append(box(middle.x, middle.y, doc.symbol ?? capital(doc.title), "", "middle"));
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
  const caption = node("text", { x: x + 8, y: y + (kind ? 15 : 22) });
  caption.textContent = clipped(text, 30);
  made.append(caption);
  if (kind) {
    const under = node("text", { x: x + 8, y: y + 28, class: "kind" });
    under.textContent = clipped(kind, 38);
    made.append(under);
  }
  return made;
}
