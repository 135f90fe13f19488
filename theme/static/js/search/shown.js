/* What the search found, as the page shows it. */

import { announce, boxes, countChoices, counted, fill, fits, wantedOf } from "../narrow/choices.js";
import { box, find, less, list, results, status, understood, urgent, ways } from "./page.js";
import { offerLanguages } from "./offer.js";

const KINDS = { a: "obszar", s: "forma", u: "dla" };
const NAMED = 3;
export const SURELY = 10;
const WEAK = 0.15;
const MOST_FOLDED = 90;
let folded = [];

/** What the state asks for: the cards that are shown, the first of them, and why. `found` is null where no words were
    given; `long` is a list whose pages are not read. */
export function arranged(state, found, cards, long) {
  const wanted = wantedOf(state.chosen);
  const scores = new Map((found || []).map(({ id, score }) => [id, score]));
  const heard = found && long ? inOrder(found, cards) : cards.filter((card) => !found || scores.has(card.id));
  const shown = heard.filter(long ? long.fitting(wanted) : (card) => fits(card, wanted));
  if (found && !long) shown.sort((a, b) => scores.get(b.id) - scores.get(a.id));
  const live = shown.filter((card) => !card.ended);
  const reasons = new Map((found || []).map(({ id, unfit }) => [id, unfit]));
  return { state, found, cards, long, wanted, heard, shown, live, reasons, first: firstOf(live, found, scores, reasons) };
}

/** Shows it, once the first cards have their rows; returns the sentence that says how much there is. */
export function show({ state, found, cards, long, wanted, heard, shown, live, reasons, first }) {
  fillList(list, first);
  showLess(live.slice(first.length), found);
  showReasons(live, reasons);
  showEnded(cards, shown);
  const counts = long ? (...asked) => long.counts(...asked) : undefined;
  if (!long || long.isReady) countChoices(heard.filter((card) => !card.ended), wanted, live.length, counts);
  find("[data-nothing]").hidden = live.length > 0 && !isGap(found);
  if (find(".quote")) find(".quote").hidden = Boolean(found || wanted.length); // it speaks of the whole list
  showPlace(found, first);
  if (found) find("[data-clear]").hidden = false;
  showUrgent(found ? found.needs : []);
  showUnderstood(state, found);
  offerLanguages(state.q);
  results.dataset.searched = state.q;
  announce(results, live.map(({ id }) => id));
  if (!found && !wanted.length) return status.dataset.all;
  return live.length && !isGap(found) ? counted(status.dataset, live.length) : status.dataset.none;
}

/** The cards of what was found, in its order: thousands need not be sorted again. */
function inOrder(found, cards) {
  const known = new Map(cards.map((card) => [card.id, card]));
  return found.map(({ id }) => known.get(id)).filter(Boolean);
}

const isGap = (found) => Boolean(found && found.gap);

/** The ten that stand first: of what was found only what is not much weaker than the best and admits who asks. */
function firstOf(live, found, scores, reasons) {
  if (isGap(found)) return [];
  if (!found) return live.slice(0, SURELY);
  const least = live.length ? scores.get(live[0].id) * WEAK : 0;
  return live.filter((card, place) => place < SURELY && scores.get(card.id) >= least && (!reasons.get(card.id) || !place));
}

/** Puts the cards into a list, in their order, in place of what stands there. */
function fillList(where, shown) {
  while (where.firstChild) where.removeChild(where.firstChild);
  where.append(...shown.map((card) => card.row).filter(Boolean));
}

/** The rest of the list, folded; where nobody gives what is asked for, these are only the nearest. */
function showLess(rest, found) {
  less.hidden = !rest.length;
  less.open = false;
  less.querySelector("summary").textContent = counted(isGap(found) ? less.querySelector("[data-nearest]").dataset : less.dataset, rest.length);
  folded = rest;
  fillList(less.querySelector("ul"), rest);
}

/** The cards that are folded, as many as a page holds: those without rows are given them when somebody asks for them. */
export const foldedCards = () => folded.slice(0, MOST_FOLDED);
export const showFolded = () => fillList(less.querySelector("ul"), foldedCards());

/** Above a card that turns the asker away, why it does. */
function showReasons(live, reasons) {
  for (const old of results.querySelectorAll("[data-unfit]")) old.remove();
  for (const card of live) {
    const said = reasons.get(card.id) && find(`[data-reasons] [data-why="${reasons.get(card.id)}"]`);
    if (!said || !card.row) continue;
    const note = Object.assign(document.createElement("p"), { className: "unfit", textContent: said.textContent });
    note.dataset.unfit = "";
    card.row.prepend(note);
  }
}

/** That nothing that was found stands in the place that was asked for. */
function showPlace(found, first) {
  const here = new Set((found || []).filter(({ near }) => near).map(({ id }) => id));
  find("[data-elsewhere]").hidden = !found || !found.place || !first.length || first.some((card) => here.has(card.id));
}

function showEnded(cards, shown) {
  const group = find("[data-expired]");
  if (!group) return;
  const ended = new Set(shown.filter((card) => card.ended));
  for (const card of cards) if (card.ended && card.row) card.row.hidden = !ended.has(card);
  group.hidden = !ended.size;
  find("[data-expired-count]").textContent = ended.size;
}

/** The numbers and places for a danger that the query tells of, in writing first for who cannot speak; with violence, asked for or chosen, the way out. */
function showUrgent(needs) {
  const written = [...urgent.querySelectorAll("[data-written]")].map((box) => box.dataset.need);
  const first = [...needs.filter((need) => written.includes(need)), ...needs.filter((need) => !written.includes(need))].slice(0, 2);
  for (const need of urgent.querySelectorAll("[data-need]")) need.hidden = !first.includes(need.dataset.need);
  urgent.hidden = !first.length;
  document.documentElement.toggleAttribute("data-danger", !urgent.hidden);
  const told = urgent.querySelector("[data-sensitive]:not([hidden])") || boxes.some((input) => input.checked && input.matches("[data-sensitive]"));
  for (const part of ways) part.hidden = !told;
}

/** Whether what is shown tells of violence: who reads it may be watched, and has the quick way out. */
export const isWatched = () => ways.some((part) => !part.hidden);

/** What was mended and what else was searched for, and the way back; words that hurt are not repeated. */
function showUnderstood(state, found) {
  const button = find("[data-only]");
  const { also, mended, mendedUnsaid } = understood.dataset;
  const said = found && found.heard.length < state.q.length ? [understood.dataset.cut] : [];
  for (const { word, instead } of found ? found.mended : []) said.push(instead ? fillIn(mended, { word, instead }) : mendedUnsaid);
  const names = found ? found.also.map(nameOf).filter(Boolean).slice(0, NAMED) : [];
  if (names.length) said.push(fillIn(also, { names: names.join(", ") }));
  const hurts = found && (found.spoken.some(({ entry }) => entry.hidden) || found.mended.some(({ instead }) => !instead));
  understood.hidden = !said.length && !state.literal;
  find("[data-said]").textContent = said.join(" ");
  button.textContent = state.literal ? button.dataset.again : hurts ? button.dataset.onlyUnsaid : fillIn(button.dataset.onlyText, { query: shortened(state.q.trim()) });
}

/** What a code of the index is called here: as the choices that narrow the list call it. */
function nameOf(code) {
  const [kind, value] = code.split(":");
  const choice = boxes.find((input) => input.name === KINDS[kind] && input.value === value);
  return choice && choice.nextElementSibling.firstChild.data.trim();
}

const fillIn = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
const shortened = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Shows in the form what the state asks for. */
export function fillForm(state) {
  if (box.elements.q.value !== state.q) box.elements.q.value = state.q;
  fill(state.chosen);
}
