/* Narrows the list of an area, a form, a group or a district by what is ticked. */

import { chosenIn, fragmentOf } from "./narrow/address.js";
import { announce, chosenNow, codesOf, countChoices, counted, fill, fits, wantedOf } from "./narrow/choices.js";
import { listen } from "./narrow/form.js";

const FIRST = 10;
const list = document.querySelector("[data-list]");
const less = list.querySelector("[data-less]");
const status = document.querySelector("[data-status]");
const quote = document.querySelector(".quote");
const isGuarded = document.documentElement.classList.contains("guarded");
const cards = [...list.querySelectorAll("[data-service]")].map((element) => ({
  id: element.dataset.service,
  row: element.closest("li"),
  isFirst: !less || !less.contains(element),
  codes: codesOf(element),
}));

/** Shows what is chosen, and tells how much that is. */
function show(chosen) {
  const wanted = wantedOf(chosen);
  const shown = cards.filter((card) => fits(card, wanted));
  for (const card of cards) card.row.hidden = !shown.includes(card);
  showGroups();
  if (less) showLess(shown, wanted.length > 0);
  if (quote) quote.hidden = wanted.length > 0; // it speaks of the whole list
  fill(chosen);
  countChoices(cards, wanted, shown.length);
  status.textContent = !wanted.length ? status.dataset.all : shown.length ? counted(status.dataset, shown.length) : status.dataset.none;
  announce(list, shown.map(({ id }) => id));
}

/** A heading stands only above what is shown. */
function showGroups() {
  for (const group of list.querySelectorAll("ul.cards")) {
    group.hidden = [...group.children].every((row) => row.hidden);
    const heading = group.previousElementSibling;
    if (heading && heading.matches("h2")) heading.hidden = group.hidden;
  }
  for (const group of list.querySelectorAll(".city-group")) showCount(group);
}

/** Folded names of a district beside the map: how many are left, and none of them where there are none. */
function showCount(group) {
  const left = [...group.querySelectorAll("[data-service]")].filter((row) => !row.hidden).length;
  group.hidden = !left;
  group.querySelector("[data-map-count]").textContent = `(${left})`;
}

/** The folded rest of the list, open where what fits is no more than a list has at first. */
function showLess(shown, isNarrowed) {
  const rest = shown.filter(({ isFirst }) => !isFirst).length;
  less.hidden = !rest;
  less.open = isNarrowed && shown.length <= FIRST;
  less.querySelector("summary").textContent = counted(less.dataset, rest);
}

function choose() {
  const chosen = chosenNow();
  show(chosen);
  history[isGuarded ? "replaceState" : "pushState"](null, "", location.pathname + fragmentOf(chosen));
}

/** Reads the state that one has gone to; a fragment that leads to a part of the page says nothing of it. */
function arrive() {
  const said = location.hash.slice(1);
  if (said && !said.includes("=")) return;
  show(chosenIn(new URLSearchParams(said)));
}

listen(choose, list);
addEventListener("popstate", arrive);
document.addEventListener("services-asked", () => announce(list, cards.filter(({ row }) => !row.hidden).map(({ id }) => id)));
if (location.hash.includes("=")) arrive();
else if (wantedOf(chosenNow()).length) choose(); // ticked while this was on its way
else countChoices(cards, [], cards.length);
