/* A page grows old by itself: what was surely known when it was made may not be so on the day it is read. */

import "./age/paper.js";
import { keepTrue } from "./age/waking.js";

const WEEK = 7 * 864e5;
const LINES = "[data-fresh-until], [data-ageing-until], [data-runs-until]";
const given = document.querySelector("[data-live-words]");

/** What each answer has become, by the last days on which it is fresh, counts at all, and was promised. */
function age(today) {
  for (const line of document.querySelectorAll(LINES)) {
    const { freshUntil, ageingUntil, runsUntil } = line.dataset;
    const ends = (until) => Boolean(until) && today > until;
    const level = ends(runsUntil) ? "expired" : ends(ageingUntil) ? "unconfirmed" : ends(freshUntil) ? "ageing" : "";
    if (!level) continue;
    line.className = `trust ${level}`;
    line.querySelector("use").setAttribute("href", `#i-${level}`);
    line.querySelector("span").textContent = line.dataset[level];
    line.closest("[data-service]").dataset.level = level;
  }
}

const inPoland = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Warsaw" });

function ageToday() {
  const { day } = given.dataset;
  const today = inPoland.format(new Date());
  if (today > day) age(today);
  given.hidden = Date.parse(today) - Date.parse(day) <= WEEK;
}

if (given) keepTrue(ageToday, LINES);
