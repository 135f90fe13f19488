/* Leaving at once: the page is covered before the next one is there, and Back leads to none that had this way out. */

const PRESSES = 3;
const WITHIN = 2000;
const links = [...document.querySelectorAll("[data-leave]")];
let alone = false;
let pressed = [];

/** Whether the way out is there now: the search page shows it where a question tells of violence. */
const guarded = () => links.some((link) => !link.closest("[hidden]"));

function cover() {
  const sheet = document.createElement("div");
  sheet.className = "leave-cover";
  document.body.append(sheet);
  document.title = " ";
}

/** The next page is not told from where one comes, also where this page lets a map's server know. */
function tellNothing() {
  const rule = document.createElement("meta");
  rule.name = "referrer";
  rule.content = "no-referrer";
  document.head.append(rule);
}

function leave() {
  cover();
  tellNothing();
  location.replace(links[0].href);
}

for (const link of links) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
}

/** A page of ours takes the place of this one, so that Back from it, or from where it leaves to, skips this one. */
addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("a[href]");
  const kept = event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || kept || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
  if (!guarded()) return;
  event.preventDefault();
  location.replace(link.href);
});

function forget() {
  alone = false;
  pressed = [];
}

/** Shift counts where it was pressed and let go by itself: not with a letter, a click or a wheel. */
addEventListener("keydown", (event) => {
  if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) forget();
  else if (!event.repeat) alone = true;
});

addEventListener("keyup", (event) => {
  if (event.key !== "Shift" || !alone) return;
  alone = false;
  pressed = [...pressed.filter((time) => event.timeStamp - time < WITHIN), event.timeStamp];
  if (pressed.length >= PRESSES && guarded()) leave();
});

for (const other of ["pointerdown", "mousedown", "wheel", "input", "blur"]) addEventListener(other, forget, { passive: true });
