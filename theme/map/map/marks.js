/* The points: marks that say how exact they are, clusters where they are close, names and counts of districts. */

import { focusOn, withPopup } from "./cards.js";
import { calm, element, frame, SIZE, words } from "./frame.js";

const PRECISIONS = ["building", "street", "estate"];
const icons = Object.fromEntries(PRECISIONS.map((precision) => [precision, icon(precision)]));

function icon(precision) {
  const anchor = precision === "building" ? -12 : -8;
  const className = `map-mark map-${precision}`;
  return L.divIcon({ className, iconSize: [SIZE, SIZE], popupAnchor: [0, anchor] });
}

/* The marks of all points by the path of their service, and the group they are in. */
export function drawPoints(map, points) {
  const group = L.markerClusterGroup({
    animate: !calm,
    chunkedLoading: true,
    chunkProgress: (done, all) => {
      if (done === all) frame.dataset.mapReady = points.length;
    },
    iconCreateFunction: clusterIcon,
    maxClusterRadius: 60,
    showCoverageOnHover: false,
  });
  group.on("clusterclick", ({ layer }) => landInside(group, layer));
  group.addTo(map);
  const marks = points.map((point) => Object.assign(pointMarker(point), { point }));
  group.addLayers(marks);
  return { group, marks };
}

function pointMarker([latitude, longitude, precision, title, place, path]) {
  const note = precision === "building" ? "" : words[precision];
  const marker = L.marker([latitude, longitude], { icon: icons[precision], title });
  return withPopup(marker, title, path, [place, note], true);
}

function clusterIcon(cluster) {
  const count = String(cluster.getChildCount());
  const html = element("span", "", "map-number");
  const shown = element("span", count);
  shown.setAttribute("aria-hidden", "true");
  html.append(shown, element("span", words.cluster.replace("{n}", count), "away"));
  return L.divIcon({ html, className: "map-mark map-cluster", iconSize: [SIZE, SIZE] });
}

/* A cluster that opens takes its own element away, and with it the reader's place on the page. */
function landInside(group, cluster) {
  const inside = cluster.getAllChildMarkers();
  const land = () => {
    group.off("animationend spiderfied", land);
    const parents = inside.map((marker) => group.getVisibleParent(marker)).filter(Boolean);
    focusOn(parents.map((parent) => parent.getElement()).find(Boolean));
  };
  group.on("animationend spiderfied", land);
}

export function drawDistricts(map, districts) {
  map.createPane("districts").classList.add("map-districts");
  for (const district of districts) districtMarker(district).addTo(map);
  map.on("zoomend moveend layeradd", () => later(map));
  later(map);
}

/* A bare name is a label of the background; a name with places nobody can point at is a mark. */
function districtMarker([latitude, longitude, title, count, path]) {
  const html = element("span", "", "map-district-label");
  html.append(element("span", title, "map-district-name"));
  const shown = L.divIcon({ html, className: "map-district", iconSize: [0, 0] });
  const active = count > 0;
  const options = { icon: shown, pane: "districts", interactive: active, keyboard: active };
  const marker = L.marker([latitude, longitude], options);
  if (!active) return marker;
  const text = words.district.replace("{n}", count);
  html.append(element("b", String(count), "map-number"));
  marker.on("add", () => marker.getElement().setAttribute("aria-label", `${title}. ${text}`));
  return withPopup(marker, title, path, [text], false);
}

let waits = 0;

function later(map) {
  clearTimeout(waits);
  waits = setTimeout(() => thinNames(map), calm ? 0 : 260);
}

/* Names that would lie on one another or on a mark are left out until there is room; numbers stay. */
function thinNames(map) {
  const marks = [...map.getPane("markerPane").querySelectorAll(".map-cluster .map-number, .map-mark:not(.map-cluster)")];
  const numbers = [...map.getPane("districts").querySelectorAll(".map-number")];
  const kept = [...marks, ...numbers].map((mark) => shrunk(mark.getBoundingClientRect()));
  for (const name of map.getPane("districts").querySelectorAll(".map-district-name")) {
    name.hidden = false;
    const box = name.getBoundingClientRect();
    name.hidden = kept.some((other) => overlap(box, other));
    if (!name.hidden) kept.push(box);
  }
}

/* A mark is pressed on a square larger than what is seen of it. */
function shrunk({ left, right, top, bottom }) {
  const room = Math.max(0, (right - left - 24) / 2);
  return { left: left + room, right: right - room, top: top + room, bottom: bottom - room };
}

function overlap(one, other) {
  const apart = one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top;
  return !apart;
}
