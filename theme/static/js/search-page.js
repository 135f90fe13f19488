/* The search page once somebody searches: asks the engine, shows what it found, narrows it. The state lives in the
   fragment, which no server sees; a query that tells of danger leaves none. */

import { asked, remember } from "./search/address.js";
import { cardsOf, collect, goesOn, learnOthers, loadEngine } from "./search/loading.js";
import { FACETS, chosenNow, nothingChosen } from "./narrow/choices.js";
import { box, fail, find, less, results, status } from "./search/page.js";
import { SURELY, arranged, fillForm, foldedCards, isWatched, show, showFolded } from "./search/shown.js";

const STILL = 500;
let state = { q: "", chosen: nothingChosen(), literal: false };
let cards = [];
let engine = null;
let preparing = null;
let further = null;
let long = null;
let waiting = 0;

/** The engine and the cards of this page, loaded once; without them the page stays the plain list it was. */
export function prepare() {
  preparing = preparing || loadEngine()
    .then(async (made) => {
      long = "isLong" in results.dataset ? new (await import(results.dataset.long)).LongList(made) : null;
      cards = long ? await long.everyCard(cardsOf(document)) : cardsOf(document);
      engine = made;
      document.documentElement.dataset.search = "ready";
      loadRest();
      import(results.dataset.tick);
      (long ? sought() : Promise.resolve()).then(learnRest, () => {});
    })
    .catch((error) => {
      preparing = null;
      throw error;
    });
  return preparing;
}

/** Learns what can wait until the first question is answered, and answers it again. */
function learnRest() {
  Promise.all([learnOthers(engine), long && long.prepare()]).then(() => state.q && update());
}

/** What the engine finds for the words that were given; null where there are none. */
const sought = async () => (state.q.trim() ? engine.find(state.q, { literal: state.literal }) : null);

/** Waits for the other pages of a long list, unless the best answers are all here already. */
async function complete() {
  const here = new Set(cards.map((card) => card.id));
  const best = ((await sought()) || []).slice(0, SURELY);
  if (best.length && best.every(({ id }) => here.has(id))) return;
  status.textContent = status.dataset.loading;
  await further;
}

/** Loads the rest of a long list behind what is shown, and shows it where it was missed. */
function loadRest() {
  if (!goesOn() || long) return;
  further = collect(cards).then(() => {
    further = null;
    return update();
  });
  further.catch(fail);
}

/** Shows the state at once or, while somebody types, says and remembers it when the keys are still. */
async function update({ add = false, typing = false } = {}) {
  const wanted = state;
  clearTimeout(waiting);
  fillForm(wanted);
  if (!engine) status.textContent = status.dataset.loading;
  await prepare();
  if (further) await complete();
  if (long && FACETS.some((name) => wanted.chosen[name].length)) await long.prepare();
  const found = await sought();
  if (wanted !== state) return;
  const answer = arranged(wanted, found, cards, long);
  if (long) {
    await long.fetchRows(answer.first);
    if (wanted !== state) return;
    for (const pager of document.querySelectorAll(".pager")) pager.hidden = Boolean(found);
  }
  const watched = isWatched();
  const said = show(answer);
  find("[data-cannot]").hidden = true;
  clearTimeout(waiting);
  const settle = () => {
    if (status.textContent !== said) status.textContent = said;
    remember(wanted, found, add && !watched && !isWatched());
  };
  if (typing) waiting = setTimeout(settle, STILL);
  else settle();
}

function change(changed, how) {
  state = { ...state, ...changed };
  return update(how);
}

/** Searches for the words that are sent, and leads to what was found. */
export async function send() {
  await change({ q: box.elements.q.value }, { add: true });
  results.focus();
}

/** Searches while somebody types. */
export const type = () => change({ q: box.elements.q.value, literal: false }, { typing: true });

/** Narrows by what is ticked. */
export const choose = () => change({ chosen: chosenNow() }, { add: true });

/** Takes the words away. */
export const clear = () => change({ q: "", literal: false }, { add: true });

/** Reads the state that one has gone to. Every change of a fragment says `popstate`; after it, the address may be changed. */
export async function arrive() {
  state = asked();
  if (state.q || FACETS.some((name) => state.chosen[name].length) || engine) await update();
}

less.addEventListener("toggle", () => {
  if (long && less.open) long.fetchRows(foldedCards()).then(showFolded).catch(fail);
});
find("[data-only]").addEventListener("click", () => change({ literal: !state.literal }).catch(fail));
