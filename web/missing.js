// @ts-check
// Documents that others refer to and that are not there: those first that are referred to most.

import { api } from "./api.js";
import { clipped, count, date, element, make } from "./dom.js";
import { capital } from "./filters.js";
import { calledOf } from "./relations.js";
import { words } from "./words.js";

/** @typedef {{symbol: string, title: string, doc_type: string, issued_on: string | null, count: number, documents: import("./dom.js").Doc[]}} Missing */

const NAMED = 5; // documents that refer to it
const LONGEST = 60; // letters of a document without a number

/** @type {import("./ledger.js").Way} */
export const missingWay = {
  holder: "missing",
  page: 50,
  fetch: async (_, values, limit, offset) => {
    const { total, missing } = await api.missing({ ...(values.q ? { q: values.q } : {}), limit, offset });
    return { total, items: missing };
  },
  clear: () => element("missing-list").replaceChildren(),
  add: (found) => {
    const made = found.map(line);
    element("missing-list").append(...made);
    return made[0]?.querySelector("a");
  },
  counted: (total) => words.missingShown(count(total)),
  none: words.noneMissing,
};

/** @param {Missing} one */
function line(one) {
  const item = make("li");
  const citing = make("ul", "", "plain row citing");
  citing.append(...one.documents.slice(0, NAMED).map((doc) => {
    const [place, link] = [make("li"), make("a", doc.symbol ?? clipped(capital(doc.title), LONGEST), "tag")];
    link.href = `/quyet-dinh?van_ban=${doc.id}`;
    place.append(link);
    return place;
  }));
  if (one.documents.length > NAMED) citing.append(make("li", words.andOthers(count(one.count - NAMED)), "soft small"));
  item.append(make("strong", calledOf(one)), one.issued_on ? ` (${date(one.issued_on)})` : "", " ", make("span", words.citedBy(count(one.count)), "soft"), citing);
  return item;
}
