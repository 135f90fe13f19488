/* The points: marks that say how exact they are, and clusters where they are close. */

import { focusOn, openCard } from "./cards.js";
import { calm, element, frame, SIZE, words } from "./frame.js";

const NEAR = 15;
const PRECISIONS = ["building", "street", "estate"];
const icons = Object.fromEntries(PRECISIONS.map((precision) => [precision, icon(precision)]));

function icon(precision) {
  const anchor = precision === "building" ? -12 : -8;
  const className = `map-mark map-${precision}`;
  return L.divIcon({ className, iconSize: [SIZE, SIZE], popupAnchor: [0, anchor] });
}

/* How near signs, which are 30 wide, may come at a step of zoom. Between two steps they stand up to a third closer; a
   telephone opens the city at the tenth or a little nearer, where each one that has room tells more. */
const apart = (zoom) => (zoom > 10 ? 64 : 36);

/* Every place as a dot under the signs, as in the picture before: a cluster tells how many, the dots tell where. */
function drawDots(map) {
  map.createPane("dots").classList.add("map-dots");
  const drawn = { className: "map-dot", interactive: false, noClip: true, smoothFactor: 0 };
  const dots = L.polyline([], { ...drawn, pane: "dots", renderer: L.svg({ pane: "dots", padding: 0.4 }) }).addTo(map);
  return (marks) => dots.setLatLngs(marks.map((mark) => [mark.getLatLng(), mark.getLatLng()]));
}

/* The marks of all points and the group they are in; `show` shows one of them, `only` leaves those of some. */
export function drawPoints(map, points) {
  let done = () => {};
  const group = L.markerClusterGroup({
    animate: !calm,
    chunkDelay: 4, // a telephone answers between two parts of the work, and does not wait
    chunkedLoading: true,
    chunkInterval: 100,
    chunkProgress: (added, all) => {
      if (added === all) done();
    },
    iconCreateFunction: clusterIcon,
    maxClusterRadius: apart,
    showCoverageOnHover: false,
  });
  const open = (mark) => openCard(map, mark, told(mark.point));
  group.on("click", ({ layer }) => open(layer));
  group.on("clusterclick", ({ layer }) => landInside(group, layer));
  group.addTo(map);
  const marks = points.map(pointMarker);
  const dot = drawDots(map);
  let dotted = marks;
  const add = (some) =>
    new Promise((resolve) => {
      done = resolve;
      group.addLayers(some);
    });
  let adding = add(marks).then(() => {
    frame.dataset.mapReady = points.length;
    setTimeout(() => dot(dotted));
  });
  const only = (some) => {
    adding = adding.then(() => {
      group.clearLayers();
      dotted = some;
      dot(some);
      return add(some);
    });
  };
  const show = (mark) => {
    frame.scrollIntoView({ block: "nearest" });
    map.setView(mark.getLatLng(), Math.max(map.getZoom(), NEAR), { animate: false });
    openCard(map, mark, told(mark.point), group.getVisibleParent(mark) || mark);
  };
  return { group, marks, show, only };
}

function pointMarker(point) {
  const [latitude, longitude, precision, title, , path] = point;
  const marker = L.marker([latitude, longitude], { icon: icons[precision], title });
  return Object.assign(marker, { point, service: path.split("/").slice(2, 4).join("/") });
}

function told([, , precision, title, place, path]) {
  const note = precision === "building" ? "" : words[precision];
  return { title, path, lines: [place, note], service: path.split("/").slice(2, 4).join("/") };
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
