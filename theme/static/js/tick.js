/* Lets a reader put places on a sheet of their own; never on pages about violence, which do not load this. */

import { chosen, withPlaces, write } from "./sheet/ids.js";

const bar = document.querySelector("[data-tick-bar]");
const words = bar.dataset;
const never = words.never.split(" ");
const link = bar.querySelector("a");
let ids = chosen();

const offered = () => [...document.querySelectorAll("article[data-service]")].filter((card) => !card.querySelector(".tick"));
const isQuiet = (card) => (card.dataset.obszar || "").split(" ").some((area) => never.includes(area));

function paint() {
  for (const button of document.querySelectorAll(".tick")) {
    const on = ids.includes(button.closest("article").dataset.service);
    button.setAttribute("aria-pressed", on);
    button.textContent = on ? words.added : words.add;
  }
  bar.hidden = !ids.length;
  link.textContent = words.open.replace("{n}", ids.length);
  link.setAttribute("href", link.getAttribute("href").split("#")[0] + withPlaces("", ids));
}

function offer() {
  const cards = offered().filter((card) => !isQuiet(card));
  for (const card of cards) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet tick";
    const where = card.classList.contains("sheet") ? card.querySelector("h2") : null;
    card.insertBefore(button, where);
  }
  if (cards.length) paint();
}

document.addEventListener("click", (event) => {
  const tick = event.target.closest(".tick");
  const away = event.target.closest("a[href]");
  if (tick) {
    const id = tick.closest("article").dataset.service;
    ids = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
    write(ids);
    paint();
  } else if (away && ids.length && away.origin === location.origin && away.pathname.endsWith("/") && (!away.hash || away.hash.includes("="))) {
    away.hash = withPlaces(away.hash, ids);
  }
});

addEventListener("pageshow", () => {
  ids = chosen();
  paint();
});
new MutationObserver(offer).observe(document.querySelector("main"), { childList: true, subtree: true });
offer();
