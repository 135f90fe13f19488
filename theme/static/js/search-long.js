/* A list so long that its pages are not read one after another: what is known of each service comes from the index, its
   card from the page of its organization, where it is shown. Loaded only where the list has more than a dozen pages. */

import { pageAt } from "./site/page-at.js";

/** The kinds of choices that the index knows, by the letter before their codes; the others are not offered here. */
const KINDS = { obszar: "a", forma: "s", dla: "u", dzielnica: "d", jezyk: "l" };
const ENDED = "x:ended";
const root = location.pathname.replace(/szukaj\/.*$/, "");
const pages = new Map();

/** A card for every service of the index: those of this page first, with their rows, then the others without. */
export function everyCard(engine, here, kinds) {
  const known = new Map(here.map((card) => [card.id, card]));
  const ended = engine.postings.numbers(ENDED);
  const codes = codesOf(engine, kinds);
  const card = (id, service) => Object.assign(known.get(id) || { id, row: null }, { ended: ended.has(service), codes: codes[service] });
  const all = engine.ids.map(card);
  return [...here, ...all.filter(({ id }) => !known.has(id))];
}

function codesOf(engine, kinds) {
  const all = engine.ids.map(() => Object.fromEntries(kinds.map((name) => [name, []])));
  for (const name of kinds.filter((one) => KINDS[one])) {
    for (const code of engine.words.codes.filter((one) => one.startsWith(`${KINDS[name]}:`))) {
      for (const service of engine.postings.numbers(code)) all[service][name].push(code.slice(2));
    }
  }
  return all;
}

/** Gives cards their rows. */
export async function fetchRows(cards) {
  await Promise.all(cards.filter(({ row }) => !row).map(async (card) => {
    const page = await organization(card.id.split("/")[0]);
    const found = [...page.querySelectorAll("article[data-service]")].filter(({ dataset }) => dataset.service === card.id)[0];
    if (!found) throw new Error(card.id);
    card.row = found.closest("li");
  }));
}

function organization(id) {
  if (!pages.has(id)) pages.set(id, pageAt(`${root}organizacje/${id}/`));
  return pages.get(id);
}
