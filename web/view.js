// @ts-check
// Drawing: JSON → elements. Text is set as text only; documents cannot bring markup into the page.

import { words } from "./words.js";

/** @typedef {{text: string, mark: boolean}} Segment */
/** @typedef {{id: string, symbol: string | null, title: string, issued_on: string | null, issuer: string | null, sample: boolean}} Doc */
/** @typedef {{n: number, document: Doc, heading: string[], page: number | null, start: number, end: number, segments: Segment[]}} Citation */

/** @param {string} id */
export const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} template @returns {HTMLElement} */
function copy(template) {
  const source = /** @type {HTMLTemplateElement} */ (element(template));
  return /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (source.content.firstElementChild).cloneNode(true));
}

/** @param {HTMLElement} parent @param {string} selector */
const part = (parent, selector) => /** @type {HTMLElement} */ (parent.querySelector(selector));

/** @param {HTMLElement} target @param {Segment[]} segments */
export function showSegments(target, segments) {
  target.replaceChildren(
    ...segments.map((segment) => {
      if (!segment.mark) return document.createTextNode(segment.text);
      const mark = document.createElement("mark");
      mark.textContent = segment.text;
      return mark;
    }),
  );
}

/** @param {string | null} iso */
const date = (iso) => (iso ? iso.split("-").reverse().join("/") : null);

/** @param {Doc} doc */
export const name = (doc) => [doc.symbol, doc.title].filter(Boolean).join(" – ");

/** @param {Citation} citation */
function where(citation) {
  const doc = citation.document;
  return [name(doc), ...citation.heading.slice(-2), citation.page ? words.page(citation.page) : null, doc.sample ? words.sample : null]
    .filter(Boolean)
    .join(" › ");
}

/** @param {Doc} doc */
export const facts = (doc) => [doc.issuer, date(doc.issued_on), doc.sample ? words.sample : null].filter(Boolean).join(" · ");

/** @param {Citation} citation @param {(citation: Citation) => void} open */
export function citationItem(citation, open) {
  const item = copy("citation-template");
  const chip = part(item, ".chip");
  chip.textContent = String(citation.n);
  chip.setAttribute("aria-label", words.openCitation(citation.n, name(citation.document)));
  chip.addEventListener("click", () => open(citation));
  part(item, ".where").textContent = where(citation);
  showSegments(part(item, "blockquote"), citation.segments);
  return item;
}

/** @param {Citation} hit @param {(hit: Citation) => void} open */
export function hitItem(hit, open) {
  const item = copy("hit-template");
  part(item, ".where").textContent = where(hit);
  showSegments(part(item, "blockquote"), hit.segments);
  const button = part(item, ".open");
  button.setAttribute("aria-label", `${button.textContent}: ${name(hit.document)}`);
  button.addEventListener("click", () => open(hit));
  return item;
}

/** @param {string} question */
export function exampleItem(question) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `/?q=${encodeURIComponent(question)}`;
  link.textContent = question;
  item.append(link);
  return item;
}

/**
 * The answer's words, with chips where it cites.
 * @param {HTMLElement} target @param {string} answer @param {Citation[]} citations @param {(citation: Citation) => void} open
 */
export function showAnswer(target, answer, citations, open) {
  const pieces = answer.split(/(\[\d+\])/).map((piece) => {
    const cited = /^\[(\d+)\]$/.exec(piece);
    const citation = cited && citations.find((c) => c.n === Number(cited[1]));
    if (!citation) return document.createTextNode(piece);
    const chip = document.createElement("button");
    chip.type = "button";
    chip.className = "chip";
    chip.textContent = String(citation.n);
    chip.setAttribute("aria-label", words.openCitation(citation.n, name(citation.document)));
    chip.addEventListener("click", () => open(citation));
    return chip;
  });
  target.replaceChildren(...pieces);
}

/** @param {HTMLElement} target @param {{kind: string, page: number | null, segments: Segment[]}[]} paragraphs */
export function showSource(target, paragraphs) {
  let page = null;
  const lines = [];
  for (const paragraph of paragraphs) {
    if (paragraph.page !== null && paragraph.page !== page) {
      page = paragraph.page;
      const sign = document.createElement("p");
      sign.className = "page-sign";
      sign.textContent = words.page(page);
      lines.push(sign);
    }
    const line = document.createElement("p");
    line.className = paragraph.kind;
    showSegments(line, paragraph.segments);
    lines.push(line);
  }
  target.replaceChildren(...lines);
  target.querySelector("mark")?.scrollIntoView({ block: "center" });
}

let jobsShown = "";

/**
 * The list anew where it has changed; whoever stands on one of its buttons stays there.
 * @param {HTMLElement} list @param {any[]} jobs @param {(id: string, act: "cancel" | "retry") => void} act
 */
export function showJobs(list, jobs, act) {
  const now = JSON.stringify(jobs);
  if (now === jobsShown) return;
  jobsShown = now;
  const held = list.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
  const id = held?.closest("li")?.id;
  list.replaceChildren(...jobs.map((job) => jobItem(job, act)));
  if (!held || !id) return;
  const item = document.getElementById(id);
  const same = item && part(item, `.${held.classList[0]}`);
  const next = same && !same.hidden ? same : item && part(item, "button:not([hidden])");
  (next ?? element("files")).focus();
}

/** @param {any} job @param {(id: string, act: "cancel" | "retry") => void} act */
function jobItem(job, act) {
  const item = copy("job-template");
  item.id = `job-${job.id}`;
  const failed = job.stage === "failed" || job.stage === "cancelled";
  const ended = failed || job.stage === "done";
  item.className = job.stage;
  part(item, ".name").textContent = job.file_name;
  const counts = job.passages === null ? "" : ` · ${words.counts(job.passages, job.pages)}`;
  part(item, ".stage").textContent = (job.duplicate ? words.duplicate : job.stage_text) + counts;
  const bar = /** @type {HTMLProgressElement} */ (part(item, "progress"));
  bar.value = job.progress;
  bar.hidden = ended;
  bar.setAttribute("aria-label", `${job.file_name}: ${job.stage_text}`);
  const reason = part(item, ".reason");
  reason.hidden = !job.error;
  reason.textContent = job.error ? job.error.message : "";
  const cancel = part(item, ".cancel");
  const retry = part(item, ".retry");
  cancel.hidden = ended;
  retry.hidden = !failed;
  for (const button of [cancel, retry]) button.setAttribute("aria-label", `${button.textContent}: ${job.file_name}`);
  cancel.addEventListener("click", () => act(job.id, "cancel"));
  retry.addEventListener("click", () => act(job.id, "retry"));
  return item;
}
