// @ts-check
// Help where there is no answer: what to try next.

import { withoutFilters } from "./asked.js";
import { element } from "./dom.js";
import { recentQuestions } from "./recent.js";
import { addressWith, go } from "./router.js";
import { questionItem } from "./welcome.js";
import { words } from "./words.js";

const MOST_OTHERS = 4;

/** @param {import("./asked.js").Asked} asked @param {import("./dom.js").Citation[]} nearest */
export function showAdvice(asked, nearest) {
  element("advice-filters").hidden = Object.keys(asked.filters).length === 0;
  element("ask-without").onclick = () => go(addressWith({ ...withoutFilters(), mo: null }));
  // the examples are about the samples: where these are gone they would not be answered either
  const examples = nearest.some((one) => one.document.sample) ? words.examples : [];
  const others = [...new Set([...recentQuestions(), ...examples])].filter((question) => question !== asked.question);
  element("others").hidden = others.length === 0;
  element("other-questions").replaceChildren(...others.slice(0, MOST_OTHERS).map(questionItem));
}
