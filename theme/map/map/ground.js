/* What lies under the points: districts, water and roads as lines of our own, so that a map without tiles is a map.
   A line is a row of whole numbers: hundred thousandths of a degree, the first point as it is, then steps. */

import { fetched, frame } from "./frame.js";

export async function drawGround(map) {
  if (!frame.dataset.ground) return;
  const ground = await (await fetched(frame.dataset.ground)).json();
  const pane = map.createPane("ground");
  pane.classList.add("map-ground");
  const lines = { pane: "ground", interactive: false, smoothFactor: 1 };
  for (const ring of ground.districts) L.polygon(points(ring), { ...lines, className: "map-area" }).addTo(map);
  for (const [width, line] of ground.waters) {
    L.polyline(points(line), { ...lines, className: width > 40 ? "map-river" : "map-stream" }).addTo(map);
  }
  for (const [main, line] of ground.roads) {
    L.polyline(points(line), { ...lines, className: main ? "map-way" : "map-lane" }).addTo(map);
  }
}

function points(steps) {
  const found = [];
  let east = 0;
  let north = 0;
  for (let index = 0; index < steps.length; index += 2) {
    east += steps[index];
    north += steps[index + 1];
    found.push([north / 1e5, east / 1e5]);
  }
  return found;
}
