/* What the search page loads once somebody begins to search: the engine, the index, the rest of a long list. */

import { FACETS, find, language, list, results } from "./page.js";

const packs = new Map(results.dataset.packs.trim().split(" ").map((pack) => pack.split(/:(.*)/)));
const read = async (path) => (await fetch(path)).json();

export async function loadEngine() {
  const { index, words, query, engine: ranking } = results.dataset;
  const data = read(index);
  const own = packs.has(language) ? read(packs.get(language)) : null;
  const [{ Engine }, reading, { Thesaurus }] = await Promise.all([ranking, words, query].map((path) => import(path)));
  const made = new Engine(await data, { ...reading, Thesaurus });
  if (own) made.learn(await own);
  return made;
}

/** What speakers of other languages say: whoever reads Polish may still type Ukrainian. */
export async function learnOthers(engine) {
  const others = [...packs].filter(([code]) => code !== language).map(([, path]) => read(path));
  for (const pack of await Promise.all(others)) engine.learn(pack);
}

/** Adds the cards of the other pages of a long list to those of this one, one page after another. */
export async function collect(cards) {
  for (const path of results.dataset.pages.trim().split(" ").filter((path) => path !== location.pathname)) {
    const page = await pageAt(path);
    const more = cardsOf(page);
    list.append(...more.filter((card) => !card.ended).map((card) => card.row));
    const ended = page.querySelector("[data-expired]");
    if (ended) find(".beside-second").append(ended);
    cards.push(...more);
  }
  const pager = find(".pager");
  if (pager) pager.remove();
}

export function cardsOf(page) {
  return [...page.querySelectorAll("article[data-service]")].map((element) => ({
    id: element.dataset.service,
    row: element.closest("li"),
    ended: Boolean(element.closest("[data-expired]")),
    codes: codesOf(element),
  }));
}

/** Another page of ours as a document; the browser reads it itself, so no text is ever turned into one here. */
const pageAt = (path) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", path);
    request.responseType = "document";
    request.onload = () => (request.status === 200 ? resolve(request.response) : reject(new Error(path)));
    request.onerror = () => reject(new Error(path));
    request.send();
  });

/** What a card says of itself, read when it is asked: whether a place is open changes while one reads. */
function codesOf(element) {
  const read = (name) => ({ get: () => (element.dataset[name] || "").split(" ") });
  return Object.defineProperties({}, Object.fromEntries(FACETS.map((name) => [name, read(name)])));
}

/** Whether a list goes on on further pages. */
export const goesOn = () => results.dataset.pages.trim().split(" ").length > 1;
