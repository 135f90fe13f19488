/* Leaving at once: the page is covered before the next one is there, and Back does not lead to it again. */

const PRESSES = 3;
const WITHIN = 5000;
const links = document.querySelectorAll("[data-leave]");
let pressed = [];

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

addEventListener("keydown", (event) => {
  if (event.key !== "Shift") pressed = [];
  else if (!event.repeat) pressed = [...pressed.filter((time) => event.timeStamp - time < WITHIN), event.timeStamp];
  if (pressed.length >= PRESSES) leave();
});
