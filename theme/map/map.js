/* Draws the services on the map that Folium's script has made. Names become text, never HTML.
   A point is [latitude, longitude, precision, name, place, path], a district [latitude, longitude, name, places, path],
   of which a place is the list of the services that are there. */

import { followCards } from "./map/cards.js";
import { drawChips } from "./map/chips.js";
import { calm, fetched, frame, label, offer, SIZE, words } from "./map/frame.js";
import { drawGround } from "./map/ground.js";
import { joinList } from "./map/list.js";
import { drawPoints } from "./map/marks.js";
import { writeNames } from "./map/names.js";
import { offerNear } from "./map/near.js";

L.Map.mergeOptions({ zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm });

async function draw(map) {
  describe(map);
  followFocus(map);
  answerKeys(map);
  followCards(map);
  try {
    const [{ points, districts }, ground] = await Promise.all([drawing(), drawGround(map)]);
    const picture = document.querySelector("[data-map-page] [data-map-picture]");
    if (picture) picture.classList.add("map-before");
    if (frame.dataset.points) showNearby(map, [...points, ...districts]);
    const home = frame.dataset.points || !ground.bounds.isValid() ? map.getBounds() : ground.bounds;
    offer("home", () => map.fitBounds(home));
    const chips = drawChips(map, districts);
    writeNames(map, [...districts, ...ground.names], chips);
    const drawn = drawPoints(map, points);
    showSigns(points, chips);
    joinList(map, drawn, chips);
    offerNear(map, drawn);
  } catch (error) {
    frame.hidden = true;
    document.querySelector("[data-map-failed]").hidden = false;
    throw error;
  }
}

async function drawing() {
  if (frame.dataset.points) return JSON.parse(frame.dataset.points);
  return (await fetched(frame.dataset.source)).json();
}

/* Folium's script knows where all points are; a small map has few, and the name of their district for company. */
function showNearby(map, places) {
  const corners = places.map(([latitude, longitude]) => [latitude, longitude]);
  map.fitBounds(corners, { animate: false, maxZoom: 14, padding: [SIZE, SIZE] });
}

/* The legend explains only what is drawn. */
function showSigns(points, chips) {
  const drawn = new Set(points.map(([, , precision]) => precision));
  if (chips.length) drawn.add("counted");
  if (points.length > 1) drawn.add("cluster");
  for (const sign of frame.querySelectorAll("[data-map-sign]")) sign.hidden = !drawn.has(sign.dataset.mapSign);
}

/* Leaflet speaks English and credits itself; the page credits it in words of its own. */
function describe(map) {
  const container = map.getContainer();
  container.setAttribute("role", "group");
  container.setAttribute("aria-label", words.canvas);
  map.attributionControl.setPrefix(false);
  label(container.querySelector(".leaflet-control-zoom-in"), words.zoom_in);
  label(container.querySelector(".leaflet-control-zoom-out"), words.zoom_out);
}

/* Somebody who scrolls the page past the map does not mean to zoom it. */
function followFocus(map) {
  const container = map.getContainer();
  container.addEventListener("focusin", () => map.scrollWheelZoom.enable());
  container.addEventListener("focusout", () => map.scrollWheelZoom.disable());
}

function answerKeys(map) {
  map.getContainer().addEventListener("keydown", (event) => {
    const mark = event.target.closest(".leaflet-marker-icon");
    if (event.key === "Escape") map.closePopup();
    if (mark && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      mark.click();
    }
  });
}

/* Streets of another host are asked for; those that lie on this server, whose address begins with a slash, are not. */
function offerStreets(map, tiles, credit, limits) {
  const own = tiles.startsWith("/");
  const link = Object.assign(frame.querySelector("[data-map-credit]").cloneNode(), { textContent: credit });
  const add = () => {
    const options = { ...limits, attribution: link.outerHTML, referrerPolicy: "strict-origin" };
    map.options.zoomSnap = 1; // pictures of streets are drawn for whole steps
    L.tileLayer(own ? frame.dataset.root + tiles : tiles, options).addTo(map);
    frame.classList.add("map-with-streets");
  };
  if (own) {
    add();
    return;
  }
  frame.querySelector("[data-map-asks]").hidden = false;
  offer("streets", (button) => {
    add();
    button.hidden = true;
    frame.querySelector("[data-map-asks]").hidden = true;
    map.getContainer().focus();
  });
}

window.serviceMap = { draw, offerStreets };
