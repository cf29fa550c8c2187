// @ts-check
// Drawing an answer: what was asked for at a glance, its words with numbered chips, its list or table, the citations that prove it; or that there is none.

import { showTable } from "./answer_table.js";
import { chipOf, citationItem } from "./citations.js";
import { besideSides, disagrees, showSides } from "./disagreeing.js";
import { count, element, make, part } from "./dom.js";
import { figuresIn, headlineOf, placesOf } from "./figures.js";
import { copyText } from "./page.js";
import { hidePeek } from "./peek.js";
import { answerHtml, answerText } from "./quoting.js";
import { besideTable, divide, statementsOf } from "./statements.js";
import { words } from "./words.js";

/** @typedef {import("./dom.js").Citation} Citation */
/** @typedef {import("./citations.js").Open} Open */

const FOLDED_FROM = 3; // further citations: so many are folded
const PROVING_SHOWN = 4; // citations of an answer that stand open under it
const NEAREST_SHOWN = 3;
const LEDGER = /^\/(?:chi-tieu|phan-cong|quyet-dinh)(?:\?|$)/;

/** @param {any} answer @param {Open} open */
export function showAnswer(answer, open) {
  const answered = answer.status === "answered";
  const [proving, further] = answered ? divide(answer.answer, answer.citations) : [answer.citations, []];
  hidePeek();
  element("answer").classList.toggle("not-found", !answered);
  element("answer-title").textContent = answered ? words.answer : words.notFound;
  showKind(answer, answered);
  element("answer-missing").hidden = answered;
  element("answer-missing").textContent = answer.missing ?? words.nothingThere;
  for (const id of ["advice", "nearest-title"]) element(id).hidden = answered;
  if (!answered) element("nearest-title").hidden = proving.length === 0;
  element("kept-unanswered").hidden = !answer.kept;
  showBody(answer, answered, proving, open);
  showLedger(answer);
  element("copy-answer").hidden = !answered;
  element("copy-answer").onclick = () => void copyAnswer(answer, proving);
  showCitations(proving, answered ? words.citations : words.nearest, answered ? PROVING_SHOWN : NEAREST_SHOWN, answered ? words.moreCitations : words.morePassages, open);
  showFurther(further, open);
}

/** @param {any} answer @param {boolean} answered */
function showKind(answer, answered) {
  const kind = element("answer-kind");
  kind.textContent = words.kinds[answer.kind] ?? "";
  kind.hidden = !answered || !kind.textContent || answer.kind === "conflict";
  element("answer-differs").hidden = !disagrees(answer);
}

/** The words of an answer, and what is shown large over them. @param {any} answer @param {boolean} answered @param {Citation[]} proving @param {Open} open */
function showBody(answer, answered, proving, open) {
  const figures = figuresIn(proving);
  const headline = answered ? headlineOf(answer, proving) : null;
  const large = element("answer-figure");
  large.hidden = !headline;
  part(large, "strong").textContent = headline?.large ?? "";
  part(large, "span").textContent = headline?.under ?? "";
  element("answer").classList.toggle("with-figure", headline !== null);
  const write = (/** @type {HTMLElement} */ target, /** @type {string} */ text) => showWords(target, text, answer.citations, figures, open);
  const sided = answered && showSides(answer, open, write);
  const table = answered && !sided ? answer.table : null;
  const said = !answered ? "" : sided ? besideSides(answer) : table ? besideTable(answer.answer, table) : answer.answer;
  element("answer-text").hidden = !said;
  write(element("answer-text"), said);
  showTable(table, answer.citations, open);
  // what only says the rows once more, in sentences, stands under them
  const after = Boolean(table?.columns.length) && statementsOf(said).length >= table.rows.length;
  element("answer").classList.toggle("table-first", after);
  if (after) element("answer-text").before(element("answer-table"));
  else element("answer-ledger").before(element("answer-table"));
  showWording(answer, write);
}

/** Who worded the answer, where it is not in the words of the documents, and those words. @param {any} answer @param {(target: HTMLElement, text: string) => void} write */
function showWording({ answer, worded_by: by, extractive }, write) {
  const note = element("answer-wording");
  note.hidden = !by || !answer;
  if (note.hidden) return;
  const button = part(note, "button");
  let own = false;
  const show = () => {
    part(note, "span").textContent = own ? words.ownWords : words.wordedBy(by);
    button.textContent = own ? words.showWorded : words.showOwnWords;
  };
  button.hidden = !extractive;
  button.onclick = () => {
    own = !own;
    element("answer-text").hidden = false;
    write(element("answer-text"), own ? extractive : answer);
    show();
  };
  show();
}

/** The answer's words, with what was asked for marked, and chips where it cites. @param {HTMLElement} target @param {string} text @param {Citation[]} citations @param {string[]} figures @param {Open} open */
function showWords(target, text, citations, figures, open) {
  const pieces = text.split(/(\s*\[\d+\][.;,]?)/).flatMap((piece) => {
    const cited = /^\s*\[(\d+)\](.?)$/.exec(piece);
    const citation = cited && citations.find((one) => one.n === Number(cited[1]));
    if (!citation) return emphasised(piece, figures);
    const both = make("span", "", "together"); // no line begins with a full stop
    both.append(chipOf(citation, open), cited[2]);
    return [both];
  });
  target.replaceChildren(...pieces);
}

/** @param {string} text @param {string[]} figures @returns {(Node | string)[]} */
function emphasised(text, figures) {
  const places = placesOf(text, figures);
  const pieces = places.flatMap(({ from, to }, n) => [text.slice(places[n - 1]?.to ?? 0, from), make("strong", text.slice(from, to), "figure")]);
  return [...pieces, text.slice(places[places.length - 1]?.to ?? 0)];
}

/** How much of all that an answer counts is shown, and where the whole stands. @param {any} answer */
function showLedger({ ledger, table }) {
  const line = element("answer-ledger");
  const link = /** @type {HTMLAnchorElement} */ (part(line, "a"));
  link.hidden = !LEDGER.test(ledger?.address ?? "");
  if (!link.hidden) Object.assign(link, { href: ledger.address, textContent: words.seeInLedger(count(ledger.total)) });
  part(line, "span").textContent = table && table.total > table.rows.length ? words.partOfList(count(table.rows.length), count(table.total)) : "";
  line.hidden = link.hidden && !part(line, "span").textContent;
}

/** @param {any} answer @param {Citation[]} proving */
async function copyAnswer({ question, answer, table, follows }, proving) {
  const said = table ? besideTable(answer, table) : answer;
  const asked = follows?.asked ?? question;
  await copyText(answerText(asked, said, table, proving), answerHtml(asked, said, table, proving));
}

/** @param {Citation[]} citations @param {string} called @param {number} shown @param {(n: number) => string} more what leads to the others @param {Open} open */
function showCitations(citations, called, shown, more, open) {
  const list = element("citations");
  const rest = citations.length - shown;
  list.setAttribute("aria-label", called);
  list.replaceChildren(...citations.map((one) => citationItem(one, open)));
  list.classList.toggle("folded", rest > 1);
  for (const [n, item] of [...list.children].entries()) item.classList.toggle("beyond", n >= shown);
  const button = element("more-citations");
  button.hidden = rest < 2;
  button.textContent = more(rest);
  button.onclick = () => {
    list.classList.remove("folded");
    button.hidden = true;
    part(list.children[shown], "button").focus({ preventScroll: true });
  };
}

/** @param {Citation[]} citations @param {Open} open */
function showFurther(citations, open) {
  const fold = /** @type {HTMLDetailsElement} */ (element("further"));
  fold.hidden = citations.length === 0;
  fold.open = citations.length < FOLDED_FROM;
  element("further-title").textContent = words.further(citations.length);
  element("further-citations").replaceChildren(...citations.map((one) => citationItem(one, open)));
}
