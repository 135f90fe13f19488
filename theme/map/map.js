/* Draws the services on the map that Folium's script has made. Names become text, never HTML.
   A point is [latitude, longitude, precision, name, place, path], a district [latitude, longitude, name, count, path]. */

import { followPopups } from "./map/cards.js";
import { calm, fetched, frame, label, offer, SIZE, words } from "./map/frame.js";
import { drawGround } from "./map/ground.js";
import { joinList } from "./map/list.js";
import { drawDistricts, drawPoints } from "./map/marks.js";
import { offerNear } from "./map/near.js";

L.Map.mergeOptions({ zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm });

async function draw(map) {
  describe(map);
  followFocus(map);
  answerKeys(map);
  followPopups(map);
  try {
    const [{ points, districts }] = await Promise.all([drawing(), drawGround(map)]);
    const picture = document.querySelector("[data-map-page] [data-map-picture]");
    if (picture) picture.hidden = true;
    if (frame.dataset.points) showNearby(map, [...points, ...districts]);
    const home = map.getBounds();
    offer("home", () => map.fitBounds(home));
    drawDistricts(map, districts);
    const drawn = drawPoints(map, points);
    joinList(drawn);
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
  map.fitBounds(corners, { animate: false, maxZoom: 15, padding: [SIZE, SIZE] });
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
function offerStreets(map, tiles, credit) {
  const own = tiles.startsWith("/");
  const link = Object.assign(frame.querySelector("[data-map-credit]").cloneNode(), { textContent: credit });
  const add = () => {
    const options = { maxZoom: 19, attribution: link.outerHTML, referrerPolicy: "strict-origin" };
    L.tileLayer(own ? frame.dataset.root + tiles : tiles, options).addTo(map);
    frame.classList.add("map-with-streets");
  };
  if (own) {
    add();
    return;
  }
  offer("streets", (button) => {
    add();
    button.hidden = true;
    map.getContainer().focus();
  });
}

window.serviceMap = { draw, offerStreets };
