// @ts-check
// Beside the text of a document: what was taken from it into the ledgers, what it refers to and what refers to it.

import { api } from "./api.js";
import { clipped, count, documentAddress, element, make } from "./dom.js";
import { figure, period, title } from "./ledger_rows.js";
import { strongest, target } from "./relations.js";
import { words } from "./words.js";

/** @typedef {import("./ledger_rows.js").Fact} Fact */
/** @typedef {import("./ledger_filters.js").Kind} Kind */

/** @type {Record<Kind, string>} */
const LEDGERS = { target: "/chi-tieu", assignment: "/phan-cong", decision: "/quyet-dinh" };
const FIRST = 3; // facts of a kind
const REFERENCES = 6;
const LONGEST = 110; // letters
const LOOK_AGAIN = 3000; // milliseconds, while facts are still being taken out

let showings = 0;

export function hideLedger() {
  showings += 1;
  element("document-ledger").hidden = true;
  element("document-relations").hidden = true;
}

/** What comes is shown; the text does not wait for it, and is read as well without. @param {string} id */
export async function showLedger(id) {
  const mine = ++showings;
  try {
    const kinds = /** @type {Kind[]} */ (Object.keys(LEDGERS));
    const [relations, ...pages] = await Promise.all([api.relations(id), ...kinds.map((kind) => api.facts({ kind, document: id, limit: FIRST }))]);
    if (mine !== showings) return;
    showReferences(relations);
    element("document-ledger").hidden = pages.every(({ total }) => total === 0);
    element("document-ledger-kinds").replaceChildren(...kinds.flatMap((kind, n) => factsOf(kind, id, pages[n])));
    if (pages[0].pending) setTimeout(() => mine === showings && void showLedger(id), LOOK_AGAIN);
    for (const kind of kinds) if (kind !== "decision") void tellDiffering(kind, id, mine);
  } catch {
    return; // the document itself says what is wrong
  }
}

/** @param {Kind} kind @param {string} id @param {{total: number, facts: Fact[]}} page */
function factsOf(kind, id, { total, facts }) {
  if (!total) return [];
  const [head, all, list] = [make("h3"), make("a", words.inDocument[kind](count(total))), make("ul", "", "plain in-document")];
  head.id = `document-ledger-${kind}`;
  list.setAttribute("aria-labelledby", head.id);
  all.href = `${LEDGERS[kind]}?van_ban=${id}`;
  head.append(all);
  list.append(...facts.map((fact) => {
    const [item, link] = [make("li"), make("a", clipped(title(fact), LONGEST))];
    link.href = documentAddress(fact.document.id, fact.start, fact.end);
    item.append(link);
    if (kind === "target") item.append(" ", make("strong", figure(fact)), fact.year ? ` (${period(fact.year)})` : "");
    if (kind === "assignment" && fact.lead.length) item.append(make("span", fact.lead.join("; "), "soft small under"));
    return item;
  }));
  return [head, list];
}

/** @param {Kind} kind @param {string} id @param {number} mine */
async function tellDiffering(kind, id, mine) {
  const found = await api.conflicts({ kind, document: id, limit: 1 }).catch(() => null);
  if (mine !== showings || !found?.total) return;
  const [line, link] = [make("p"), make("a", words.differsHere(count(found.total)))];
  link.href = `${LEDGERS[kind]}?van_ban=${id}&xem=khac`;
  line.append(link);
  document.querySelector(`#document-ledger-kinds [aria-labelledby="document-ledger-${kind}"]`)?.after(line);
}

/** @param {{document: {id: string}, outgoing: import("./relations.js").Relation[], incoming_total: number}} relations */
function showReferences({ document: { id }, outgoing, incoming_total: incoming }) {
  element("document-relations").hidden = outgoing.length + incoming === 0;
  /** @type {HTMLAnchorElement} */ (element("document-relations-all")).href = `/quyet-dinh?van_ban=${id}`;
  element("document-relation-list").replaceChildren(
    ...strongest(outgoing).slice(0, REFERENCES).map((one) => {
      const item = make("li");
      item.append(make("span", words.relationKinds[one.kind], "soft small"), " ", target(one), one.document ? "" : make("span", ` (${words.notThere})`, "soft small"));
      return item;
    }),
    ...(incoming ? [make("li", words.referredBy(count(incoming)))] : []),
  );
}
