// @ts-check
// Files and folders dropped anywhere on the page, whatever view is shown.

import { isOfTheSystem } from "./kinds.js";

const DEEPEST = 12; // folders within folders
const LONGEST_SILENCE = 1000; // milliseconds

let givenUp = 0;

/** @param {(files: File[]) => void} take */
export function startDropping(take) {
  addEventListener("dragover", hover);
  addEventListener("dragleave", (event) => event.relatedTarget === null && markDropping(false));
  addEventListener("drop", (event) => drop(event, take));
}

/** A drag that goes on is told several times a second; not every browser tells that one was given up. @param {boolean} on */
function markDropping(on) {
  clearTimeout(givenUp);
  if (on) givenUp = window.setTimeout(() => markDropping(false), LONGEST_SILENCE);
  document.body.classList.toggle("dropping", on);
}

/** @param {DragEvent} event */
function hover(event) {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault(); // or the browser would leave the page for the file
  event.dataTransfer.dropEffect = "copy";
  markDropping(true);
}

/** @param {DragEvent} event @param {(files: File[]) => void} take */
async function drop(event, take) {
  const dropped = event.dataTransfer;
  if (!dropped?.types.includes("Files")) return;
  event.preventDefault();
  markDropping(false);
  const plain = [...dropped.files];
  const entries = [...dropped.items].map((item) => item.webkitGetAsEntry()); // asked now: after the event they are gone
  const folders = entries.some((entry) => entry?.isDirectory);
  take(folders ? (await Promise.all(entries.map((entry) => (entry ? filesOf(entry, 0) : [])))).flat() : plain);
}

/** @param {FileSystemEntry} entry @param {number} depth @returns {Promise<File[]>} */
async function filesOf(entry, depth) {
  if (isOfTheSystem(entry.name)) return [];
  if (!entry.isDirectory) return [await fileOf(/** @type {FileSystemFileEntry} */ (entry))];
  if (depth >= DEEPEST) return [];
  const inside = await entriesOf(/** @type {FileSystemDirectoryEntry} */ (entry));
  return (await Promise.all(inside.map((one) => filesOf(one, depth + 1)))).flat();
}

/** @param {FileSystemFileEntry} entry @returns {Promise<File>} */
const fileOf = (entry) => new Promise((resolve, reject) => entry.file(resolve, reject));

/** All entries of a folder: the browser hands them out by the hundred. @param {FileSystemDirectoryEntry} folder */
async function entriesOf(folder) {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const all = [];
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return all;
    all.push(...some);
  }
}
