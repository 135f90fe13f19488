/* Draws the services on the map that Folium's script has made. Names become text, never HTML.
   A point is [latitude, longitude, precision, name, place, path], a district [latitude, longitude, name, count, path]. */
(() => {
  "use strict";

  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const frame = document.querySelector("[data-map]");
  const words = JSON.parse(frame.dataset.words);
  const size = 44;

  L.Map.mergeOptions({ zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm });

  async function draw(map) {
    describe(map);
    followFocus(map);
    answerKeys(map);
    followPopups(map);
    try {
      const { points, districts } = await drawing();
      if (frame.dataset.points) showNearby(map, [...points, ...districts]);
      drawDistricts(map, districts);
      drawPoints(map, points);
    } catch (error) {
      frame.hidden = true;
      document.querySelector("[data-map-failed]").hidden = false;
      throw error;
    }
  }

  async function drawing() {
    if (frame.dataset.points) return JSON.parse(frame.dataset.points);
    const answer = await fetch(frame.dataset.source);
    if (!answer.ok) throw new Error(`${answer.status} ${frame.dataset.source}`);
    return answer.json();
  }

  /* Folium's script knows where all points are; a small map has few, and the name of their district for company. */
  function showNearby(map, places) {
    const corners = places.map(([latitude, longitude]) => [latitude, longitude]);
    map.fitBounds(corners, { animate: false, maxZoom: 15, padding: [size, size] });
  }

  /* Leaflet speaks English and credits itself; the page credits it in words of its own. */
  function describe(map) {
    const container = map.getContainer();
    container.setAttribute("role", "group");
    container.setAttribute("aria-label", words.canvas);
    map.attributionControl.setPrefix(false);
    name(container.querySelector(".leaflet-control-zoom-in"), words.zoom_in);
    name(container.querySelector(".leaflet-control-zoom-out"), words.zoom_out);
  }

  function name(control, text) {
    control.title = text;
    control.setAttribute("aria-label", text);
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

  function followPopups(map) {
    map.on("popupopen", ({ popup }) => {
      const box = popup.getElement();
      const link = box.querySelector("[data-map-link]");
      box.setAttribute("role", "dialog");
      box.setAttribute("aria-label", link.textContent);
      name(box.querySelector(".leaflet-popup-close-button"), words.close);
      link.focus({ preventScroll: true });
    });
  }

  function drawPoints(map, points) {
    const group = L.markerClusterGroup({
      animate: !calm,
      chunkedLoading: true,
      chunkProgress: (done) => {
        if (done === points.length) frame.dataset.mapReady = done;
      },
      iconCreateFunction: clusterIcon,
      maxClusterRadius: 60,
      showCoverageOnHover: false,
    });
    group.on("clusterclick", ({ layer }) => landInside(group, layer));
    group.addTo(map);
    group.addLayers(points.map(pointMarker));
  }

  function pointMarker([latitude, longitude, precision, title, place, path]) {
    const note = precision === "street" ? words.street : "";
    return withPopup(L.marker([latitude, longitude], { icon: icons[precision], title }), title, path, [place, note]);
  }

  const icons = {
    building: L.divIcon({ className: "map-mark map-building", iconSize: [size, size], popupAnchor: [0, -12] }),
    street: L.divIcon({ className: "map-mark map-street", iconSize: [size, size], popupAnchor: [0, -8] }),
  };

  function clusterIcon(cluster) {
    const count = String(cluster.getChildCount());
    const html = element("span", "", "map-number");
    const shown = element("span", count);
    shown.setAttribute("aria-hidden", "true");
    html.append(shown, element("span", words.cluster.replace("{n}", count), "away"));
    return L.divIcon({ html, className: "map-mark map-cluster", iconSize: [size, size] });
  }

  /* A cluster that opens takes its own element away, and with it the reader's place on the page. */
  function landInside(group, cluster) {
    const inside = cluster.getAllChildMarkers();
    const land = () => {
      group.off("animationend spiderfied", land);
      const shown = inside.map((marker) => group.getVisibleParent(marker)).map((parent) => parent && parent.getElement()).find(Boolean);
      if (shown) shown.focus({ preventScroll: true });
    };
    group.on("animationend spiderfied", land);
  }

  function drawDistricts(map, districts) {
    map.createPane("districts").classList.add("map-districts");
    for (const district of districts) districtMarker(district).addTo(map);
    map.on("zoomend", () => thinNames(map));
    thinNames(map);
  }

  /* A bare name is a label of the background; a name with places nobody can point at is a mark. */
  function districtMarker([latitude, longitude, title, count, path]) {
    const html = element("span", "", "map-district-label");
    html.append(element("span", title, "map-district-name"));
    const icon = L.divIcon({ html, className: "map-district", iconSize: [0, 0] });
    const active = count > 0;
    const marker = L.marker([latitude, longitude], { icon, pane: "districts", interactive: active, keyboard: active });
    if (!active) return marker;
    const text = words.district.replace("{n}", count);
    html.append(element("b", String(count), "map-number"));
    marker.on("add", () => marker.getElement().setAttribute("aria-label", `${title}. ${text}`));
    return withPopup(marker, title, path, [text]);
  }

  /* Names that would lie on one another are left out until there is room; numbers stay. */
  function thinNames(map) {
    const kept = [];
    for (const label of map.getPane("districts").querySelectorAll(".map-district-name")) {
      label.hidden = false;
      const box = label.getBoundingClientRect();
      label.hidden = kept.some((other) => overlap(box, other));
      if (!label.hidden) kept.push(box);
    }
  }

  function overlap(one, other) {
    const apart = one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top;
    return !apart;
  }

  function withPopup(marker, title, path, lines) {
    marker.bindPopup(() => card(title, path, lines), { maxWidth: 220 });
    marker.on("popupclose", () => marker.getElement() && marker.getElement().focus({ preventScroll: true }));
    return marker;
  }

  function card(title, path, lines) {
    const box = element("div", "");
    const link = element("a", title);
    link.href = frame.dataset.home + path;
    link.dataset.mapLink = "";
    box.append(link, ...lines.filter(Boolean).map((line) => element("p", line)));
    return box;
  }

  function offerStreets(map, tiles) {
    const button = frame.querySelector("[data-map-streets]");
    button.addEventListener("click", () => {
      const credit = frame.querySelector("[data-map-credit]").outerHTML;
      L.tileLayer(tiles, { maxZoom: 19, attribution: `© ${credit}`, referrerPolicy: "strict-origin" }).addTo(map);
      frame.classList.add("map-with-streets");
      button.hidden = true;
      map.getContainer().focus();
    });
  }

  function element(tag, text, className = "") {
    const made = document.createElement(tag);
    made.textContent = text;
    made.className = className;
    return made;
  }

  window.serviceMap = { draw, offerStreets };
})();
