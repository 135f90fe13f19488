/* Names of districts, water, quarters and roads: none lies on another, on a mark or on the number of a district.
   What finds no room near its place waits until somebody looks closer. */

import { calm, element, fill, frame } from "./frame.js";

const LINE = 16;
const FARTHEST = 30;
const HALF = { mark: 15, cluster: 16, chip: 13, buttons: 56 };
const NUDGES = [[0, 0], [0, -1], [0, 1], [-1, 0], [1, 0], [-1, -1], [1, -1], [-1, 1], [1, 1], [0, -1.8], [0, 1.8]];
const RINGS = [0, 26, 36, 48, 62];
const TURNS = [0, 1, 2, 3, 4, 5, 6, 7].map((turn) => [Math.cos((turn * Math.PI) / 4), Math.sin((turn * Math.PI) / 4)]);
const pen = document.createElement("canvas").getContext("2d");

/* A name is [latitude, longitude, text, kind, least zoom]; of a district there are its places instead of a kind. */
export function writeNames(map, names, chips) {
  const pane = map.createPane("names");
  pane.classList.add("map-names");
  pane.setAttribute("aria-hidden", "true");
  let waits = 0;
  const later = () => {
    clearTimeout(waits);
    waits = setTimeout(() => place(map, pane, names, chips), calm ? 0 : 260);
  };
  map.on("zoomstart", () => fill(pane));
  map.on("zoomend moveend resize layeradd layerremove", later);
  later();
}

function place(map, pane, names, chips) {
  const sheet = map.getSize();
  const taken = [...marksSeen(map), boxAt(sheet.x - HALF.buttons / 2, sheet.y - HALF.buttons, HALF.buttons / 2, HALF.buttons)];
  for (const chip of chips.filter(({ count }) => count)) taken.push(setApart(map, chip, taken));
  const written = new Map();
  for (const [latitude, longitude, text, told, least] of names) {
    const middle = map.latLngToContainerPoint([latitude, longitude]);
    const isSeen = middle.x > 0 && middle.y > 0 && sheet.contains(middle);
    if (!isSeen || written.has(text) || map.getZoom() < (least || 0)) continue;
    const kind = typeof told === "string" ? told : "district";
    const found = roomFor(text, kind, middle, sheet, taken);
    if (!found) continue;
    taken.push(found.box);
    written.set(text, nameAt(map, found, kind));
  }
  fill(pane, ...written.values());
}

function nameAt(map, { box, lines }, kind) {
  const made = element("span", "", `map-name map-name-${kind}`);
  L.DomUtil.setPosition(made, map.containerPointToLayerPoint([box.x, box.y]).round());
  made.append(element("span", lines.join("\n")));
  return made;
}

/* Where the marks stand: what is seen of them is smaller than the square that is pressed. */
function marksSeen(map) {
  return [...map.getPane("markerPane").children].map((mark) => {
    const { x, y } = map.layerPointToContainerPoint(L.DomUtil.getPosition(mark));
    const half = mark.classList.contains("map-cluster") ? HALF.cluster : HALF.mark;
    return { x, y: mark.classList.contains("map-building") ? y - 10 : y, wide: half, high: half };
  });
}

/* Moves the number of a district to the nearest room; where there is none it stays. */
function setApart(map, { marker, html }, taken) {
  const { x, y } = map.latLngToContainerPoint(marker.getLatLng());
  const boxes = RINGS.map((radius) => TURNS.map(([right, down]) => boxAt(x + radius * right, y + radius * down, HALF.chip, HALF.chip)));
  const found = [].concat(...boxes).find((box) => isFree(box, taken)) || boxes[0][0];
  html.style.transform = `translate(-50%, -50%) translate(${Math.round(found.x - x)}px, ${Math.round(found.y - y)}px)`;
  return found;
}

function roomFor(text, kind, { x, y }, sheet, taken) {
  pen.font = `${kind === "district" ? "bold " : ""}13px ${getComputedStyle(frame).fontFamily}`;
  for (const lines of ways(text)) {
    const wide = Math.max(...lines.map((line) => pen.measureText(line).width)) / 2 + 4;
    const high = (LINE * lines.length) / 2;
    for (const [right, down] of NUDGES) {
      const [aside, under] = [Math.min(wide, FARTHEST) * right, Math.min(high * 1.7, FARTHEST) * down];
      const box = boxAt(x + aside, y + under, wide, high);
      const inside = box.x > wide && box.y > high && box.x + wide < sheet.x && box.y + high < sheet.y;
      if (inside && isFree(box, taken)) return { box, lines };
    }
  }
  return null;
}

/* A long name of several words in two lines, then in one. */
function ways(text) {
  const parts = text.replace(/[ -]/g, (sign) => `${sign}\n`).split("\n");
  if (parts.length < 2 || text.length < 12) return [[text]];
  const cut = Math.ceil(parts.length / 2);
  return [[parts.slice(0, cut).join("").trim(), parts.slice(cut).join("")], [text]];
}

function boxAt(x, y, wide, high) {
  return { x, y, wide, high };
}

function isFree(box, taken) {
  return taken.every((other) => Math.abs(box.x - other.x) >= box.wide + other.wide || Math.abs(box.y - other.y) >= box.high + other.high);
}
