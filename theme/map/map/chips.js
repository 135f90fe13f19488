/* Numbers of districts: places of which only the district is known. Each is a mark that leads to its district. */

import { openCard } from "./cards.js";
import { element, words } from "./frame.js";

/* The numbers as { marker, html, places, title, count }; `count` is how many places are meant just now. */
export function drawChips(map, districts) {
  map.createPane("districts").classList.add("map-districts");
  return districts.filter(([, , , places]) => places.length).map((district) => drawn(map, district));
}

function drawn(map, [latitude, longitude, title, places, path]) {
  const html = element("b", "", "map-number");
  const shown = L.divIcon({ html, className: "map-chip", iconSize: [0, 0] });
  const marker = L.marker([latitude, longitude], { icon: shown, pane: "districts" });
  const chip = { marker, html, places, title, count: 0 };
  marker.on("add", () => marker.getElement().setAttribute("aria-label", `${title}. ${said(chip)}`));
  marker.on("click", () => openCard(map, marker, { title, path, lines: [said(chip)] }));
  count(map, chip, null);
  return chip;
}

/* Counts the places that have a shown service; `shown` is a set of their ids, or nothing where all are. */
export function count(map, chip, shown) {
  const left = chip.places.filter((place) => !shown || place.some((id) => shown.has(id)));
  chip.count = left.length;
  chip.html.textContent = chip.count;
  map.removeLayer(chip.marker);
  if (chip.count) chip.marker.addTo(map);
}

function said({ count }) {
  return words.district.replace("{n}", count);
}
