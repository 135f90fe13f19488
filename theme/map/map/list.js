/* The list and the map say the same. What is left of the list is told by `services-shown`, an event whose `detail.ids`
   are the services that are shown, or nothing where all are; the map asks for it by `services-asked` when it opens.
   A service of the list is shown as a point, and of a chosen point the row of the list stands out. */

import { count } from "./chips.js";
import { element, frame, SIZE, words } from "./frame.js";

export function joinList(map, drawn, chips) {
  document.addEventListener("services-shown", ({ detail }) => narrow(map, drawn, chips, detail.ids));
  document.dispatchEvent(new CustomEvent("services-asked"));
  const list = document.querySelector("[data-map-list]");
  if (!list) return;
  const byService = new Map();
  for (const mark of drawn.marks) if (!byService.has(mark.service)) byService.set(mark.service, mark);
  for (const part of list.querySelectorAll("details")) {
    part.addEventListener("toggle", () => join(part, byService, drawn));
    if (part.open) join(part, byService, drawn);
  }
  follow(map, list);
}

/* Points that are left, and a look as near as they allow; nothing moves where nothing has changed. */
function narrow(map, drawn, chips, ids) {
  const shown = ids && new Set(ids);
  const left = drawn.marks.filter((mark) => !shown || shown.has(mark.service));
  for (const chip of chips) count(map, chip, shown);
  if (left.length === drawn.marks.length && !drawn.isNarrow) return;
  drawn.isNarrow = left.length < drawn.marks.length;
  map.closePopup();
  const places = [...left, ...chips.filter((chip) => chip.count).map(({ marker }) => marker)];
  const corners = places.map((place) => place.getLatLng());
  if (corners.length) map.fitBounds(corners, { animate: false, maxZoom: 14, padding: [SIZE, SIZE] });
  drawn.only(left);
}

/* Each row with a point: a button that shows it, and a sign on the map while somebody is on the row. */
function join(part, byService, { group, show }) {
  for (const row of part.querySelectorAll("[data-service]:not([data-map-joined])")) {
    row.dataset.mapJoined = "";
    const mark = byService.get(row.dataset.service);
    if (!mark) continue;
    const button = element("button", words.show, "quiet");
    button.type = "button";
    button.append(element("span", ` – ${row.querySelector("a").textContent}`, "away"));
    button.addEventListener("click", () => show(mark));
    row.append(" ", button);
    const point = (on) => () => {
      const seen = group.getVisibleParent(mark);
      const sign = seen && seen.getElement();
      if (sign) sign.classList.toggle("map-pointed", on);
    };
    for (const [event, on] of [["mouseenter", true], ["focusin", true], ["mouseleave", false], ["focusout", false]]) {
      row.addEventListener(event, point(on));
    }
  }
}

/* The row of the card that is open stands out; it is brought into sight where that does not move the map out of it. */
function follow(map, list) {
  const rowOf = ({ options }) => [...list.querySelectorAll("[data-service]")].filter((row) => row.dataset.service === options.service);
  map.on("popupopen", ({ popup }) => {
    const [row] = rowOf(popup);
    if (!row) return;
    row.setAttribute("aria-current", "true");
    const part = row.closest("details");
    if (part) part.open = true;
    const stays = getComputedStyle(frame.closest("[data-map-page]")).position === "sticky";
    if (stays) row.scrollIntoView({ block: "nearest" });
  });
  map.on("popupclose", ({ popup }) => {
    for (const row of rowOf(popup)) row.removeAttribute("aria-current");
  });
}
