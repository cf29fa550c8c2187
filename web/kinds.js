// @ts-check
// Which files can be taken, by their names: the others are told at once, before anything is sent.

const TAKEN = /\.(pdf|docx|html?|xhtml|txt|md|markdown)$/i;
const NAMELESS = /^[^.]+$/; // read as plain text
const OF_THE_SYSTEM = /^(\.|~\$|thumbs\.db$|desktop\.ini$|__macosx$)|\.(tmp|part|crdownload|lock)$/i; // nobody means to add these

/** @param {string} name of a file or folder */
export const isOfTheSystem = (name) => OF_THE_SYSTEM.test(name);

/**
 * What of these can be sent, and the names of what cannot.
 * @param {File[]} files
 */
export function sortOut(files) {
  const meant = files.filter((file) => !isOfTheSystem(file.name));
  const taken = meant.filter((file) => TAKEN.test(file.name) || NAMELESS.test(file.name));
  return { taken, refused: meant.filter((file) => !taken.includes(file)).map((file) => file.name) };
}
