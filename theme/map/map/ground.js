/* What lies under the points: districts, estates, water and roads as lines of our own, so that a map without tiles is a
   map. A line is a row of whole numbers: parts of a degree, the first point as it is, then steps. */

import { fetched, frame } from "./frame.js";

const DEGREE = 5e4;
const CLOSER = { quarter: 12.25, road: 13 };

/* The names that belong to the ground as [latitude, longitude, text, kind, least zoom], and what it covers. */
export async function drawGround(map) {
  const bounds = L.latLngBounds([]);
  if (!frame.dataset.ground) return { bounds, names: [] };
  const ground = await (await fetched(frame.dataset.ground)).json();
  const pane = map.createPane("ground");
  pane.classList.add("map-ground");
  const lines = { pane: "ground", interactive: false, renderer: L.svg({ pane: "ground", padding: 0.4 }) };
  const areas = ground.districts.map(points);
  const waters = ground.waters.map(([width, line, name]) => ({ kind: width > 40 ? "river" : "stream", places: points(line), name }));
  const roads = ground.roads.map(([main, line, name]) => ({ kind: main ? "way" : "lane", places: points(line), name }));
  for (const places of areas) bounds.extend(places);
  L.polygon(areas.map((ring) => [ring]), { ...lines, className: "map-area" }).addTo(map);
  for (const ring of ground.estates) L.polygon(points(ring), { ...lines, className: "map-block" }).addTo(map);
  for (const kind of ["stream", "river", "lane", "way"]) {
    const alike = [...waters, ...roads].filter((one) => one.kind === kind).map(({ places }) => places);
    L.polyline(alike, { ...lines, className: `map-${kind}` }).addTo(map); // one path of all: a hundred take ten times as long
  }
  const names = ground.names.map(([east, north, text]) => [north / DEGREE, east / DEGREE, text, "quarter", CLOSER.quarter]);
  for (const { places, name } of waters) {
    for (const part of [0.5, 0.2, 0.8, 0.35, 0.65]) names.push([...spotOn(places, part), name, "water", 0]);
  }
  for (const { places, name } of roads) names.push([...spotOn(places, 0.5), name, "road", CLOSER.road]);
  return { bounds, names };
}

function spotOn(places, part) {
  return places[Math.floor(part * (places.length - 1))];
}

function points(steps) {
  const found = [];
  let east = 0;
  let north = 0;
  for (let index = 0; index < steps.length; index += 2) {
    east += steps[index];
    north += steps[index + 1];
    found.push([north / DEGREE, east / DEGREE]);
  }
  return found;
}
