/* What is near: the device knows where it is, compares by itself, and tells nobody. */

import { element, fill, frame, offer, words } from "./frame.js";

const MOST = 5;

export function offerNear(map, { group, show }) {
  const said = frame.querySelector("[data-map-near-list]");
  if (!navigator.geolocation || !said) return;
  offer("near", (button) => {
    button.disabled = true;
    const ready = () => {
      button.disabled = false;
      said.hidden = false;
    };
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const here = L.latLng(coords.latitude, coords.longitude);
        L.circleMarker(here, { className: "map-here", radius: 9 }).addTo(map);
        const near = group.getLayers().map((mark) => [here.distanceTo(mark.getLatLng()), mark]).sort(([one], [other]) => one - other);
        fill(said, list(near.slice(0, MOST), show));
        map.fitBounds(L.latLngBounds([here, ...near.slice(0, MOST).map(([, mark]) => mark.getLatLng())]).pad(0.2));
        ready();
      },
      () => {
        const picture = document.querySelector("[data-map-page] [data-map-picture]");
        fill(said, element("p", words.nowhere), ...(picture ? [picture] : [])); // its districts are links
        if (picture) picture.classList.remove("map-before");
        ready();
      },
      { maximumAge: 300000, timeout: 10000 },
    );
  });
}

function list(near, show) {
  const made = element("ol", "", "map-near");
  for (const [metres, mark] of near) {
    const row = element("li", "");
    const button = element("button", mark.point[3], "quiet");
    button.type = "button";
    button.addEventListener("click", () => show(mark));
    row.append(button, element("span", ` ${mark.point[4]}, ${distance(metres)}`, "small"));
    made.append(row);
  }
  return made;
}

/* In a straight line, and as exact as the points are. */
function distance(metres) {
  return metres < 950 ? `${Math.max(1, Math.round(metres / 100)) * 100} m` : `${(metres / 1000).toFixed(1).replace(".", ",")} km`;
}
