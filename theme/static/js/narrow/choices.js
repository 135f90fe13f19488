/* The ways to narrow a list: what is chosen, what fits, what each further choice would leave. */

import { clearing, facets, narrow, showing } from "./form.js";

export const boxes = [...facets.querySelectorAll("input")];
export const FACETS = [...new Set(boxes.map(({ name }) => name))];

const plural = new Intl.PluralRules(document.documentElement.lang);
export const counted = (texts, n) => texts[plural.select(n)].replace("{n}", n);

export const nothingChosen = () => Object.fromEntries(FACETS.map((name) => [name, []]));

export function chosenNow() {
  const chosen = (name) => boxes.filter((input) => input.name === name && input.checked).map((input) => input.value);
  return Object.fromEntries(FACETS.map((name) => [name, chosen(name)]));
}

/** What is wanted of each kind; a narrower term that is chosen takes the place of its broader one. */
export const wantedOf = (chosen) => FACETS.map((name) => [name, narrowest(chosen[name], name)]).filter(([, codes]) => codes.length);

function narrowest(codes, name) {
  const ticked = boxes.filter((input) => input.name === name && codes.includes(input.value));
  const broader = ticked.map((input) => input.closest("li").dataset.under);
  return codes.filter((code) => !broader.includes(code));
}

/** Whether a card is of all kinds that are wanted, of each by one code at least; `but` is a kind that does not count. */
export const fits = (card, wanted, but) =>
  wanted.every(([name, codes]) => name === but || codes.some((code) => card.codes[name].includes(code)));

/** What a card says of itself, read when it is asked: whether a place is open changes while one reads. */
export function codesOf(element) {
  const read = (name) => ({ get: () => (element.dataset[name] || "").split(" ") });
  return Object.defineProperties({}, Object.fromEntries(FACETS.map((name) => [name, read(name)])));
}

/** Shows in the form what is chosen. */
export function fill(chosen) {
  for (const input of boxes) input.checked = chosen[input.name].includes(input.value);
  for (const facet of facets.querySelectorAll("[data-facet]")) {
    const count = chosen[facet.dataset.facet].length;
    facet.querySelector("[data-chosen]").textContent = count ? `(${count})` : "";
    if (count) facet.open = true;
  }
  const all = FACETS.reduce((sum, name) => sum + chosen[name].length, 0);
  narrow.querySelector("[data-chosen-all]").textContent = all ? `(${all})` : "";
  clearing.hidden = !all;
}

/** How many of the cards each choice of a kind would leave. */
function countsOf(cards, name, wanted) {
  const counts = new Map();
  for (const card of cards.filter((one) => fits(one, wanted, name))) {
    for (const code of card.codes[name]) counts.set(code, (counts.get(code) || 0) + 1);
  }
  return counts;
}

/** Beside each choice how many services it would leave, as `countsOf` or another tells; one that leaves none is not
    there. `shown` is how many are. */
export function countChoices(cards, wanted, shown, told = countsOf) {
  for (const name of FACETS) {
    const counts = told(cards, name, wanted);
    for (const input of boxes) if (input.name === name) showChoice(input, counts.get(input.value) || 0);
  }
  for (const facet of facets.querySelectorAll(".facet")) {
    facet.hidden = [...facet.querySelectorAll("ul > li")].every((choice) => choice.hidden);
  }
  showing.textContent = showing.dataset.text.replace("{n}", shown);
}

function showChoice(input, count) {
  const choice = input.closest("li");
  const { under } = choice.dataset;
  const isOpen = !under || boxes.some((other) => other.name === input.name && other.value === under && other.checked);
  choice.querySelector("[data-count]").textContent = `(${count})`;
  choice.hidden = !input.checked && input !== document.activeElement && !(count && isOpen);
}

/** Tells whoever draws the list elsewhere which services are shown now. */
export function announce(list, ids) {
  list.dispatchEvent(new CustomEvent("services-shown", { bubbles: true, detail: { ids } }));
}
