/* What the search page loads once somebody begins to search: the engine, the index, the rest of a long list. */

import { codesOf } from "../narrow/choices.js";
import { find, language, list, results } from "./page.js";
import { pageAt, publishedNow } from "../site/page-at.js";

let packs = new Map();

async function read(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(path);
  return answer.json();
}

/** The engine with the files that this page names; a page that is older than the last publication asks where they are. */
export async function loadEngine() {
  try {
    return await engineOf(results.dataset);
  } catch (error) {
    const fresh = (await publishedNow()).querySelector("[data-results]");
    if (!fresh || fresh.dataset.index === results.dataset.index) throw error;
    Object.assign(results.dataset, fresh.dataset);
    const rows = [...fresh.querySelectorAll("article[data-service]")].map((element) => element.closest("li"));
    while (list.firstChild) list.removeChild(list.firstChild);
    list.append(...rows);
    return engineOf(results.dataset);
  }
}

async function engineOf({ index, words, query, engine: ranking, packs: others }) {
  packs = new Map(others.trim().split(" ").filter(Boolean).map((pack) => pack.split(/:(.*)/)));
  const data = read(index);
  const own = packs.has(language) ? read(packs.get(language)) : null;
  const [{ Engine }, reading, { Thesaurus }] = await Promise.all([ranking, words, query].map((path) => import(path)));
  const fetchPart = (name) => read(index.replace(/[^/]*$/, name));
  const made = new Engine(await data, { ...reading, Thesaurus, fetchPart });
  if (own) made.learn(await own);
  return made;
}

/** What can wait: names, and what speakers of other languages say, for whoever reads Polish may still type Ukrainian. */
export async function learnOthers(engine) {
  const others = [...packs].filter(([code]) => code !== language).map(([, path]) => read(path));
  const later = Promise.all([read(results.dataset.later), import(results.dataset.names)]);
  for (const pack of await Promise.all(others)) engine.learn(pack);
  const [data, { Names }] = await later;
  engine.learnLater(data, Names);
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

/** Whether a list goes on on further pages. */
export const goesOn = () => results.dataset.pages.trim().split(" ").length > 1;
