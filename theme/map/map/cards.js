/* What a chosen point says: its name and place at once, then the card of the service as its own page has it. */

import { element, fetched, fill, frame, label, words } from "./frame.js";

const PARTS = ".for, .facts, .trust, .hours, .calls, .ask, .call-note, .where";
const kept = {};

export function withPopup(marker, title, path, lines, isService) {
  marker.bindPopup(() => card(title, path, lines, isService), { maxHeight: 320, maxWidth: 300, minWidth: 180 });
  marker.on("popupclose", () => focusOn(marker.getElement()));
  return marker;
}

export function focusOn(part) {
  if (part) part.focus({ preventScroll: true });
}

export function followPopups(map) {
  map.on("popupopen", ({ popup }) => {
    const box = popup.getElement();
    const link = box.querySelector("[data-map-link]");
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", link.textContent);
    label(box.querySelector(".leaflet-popup-close-button"), words.close);
    focusOn(link);
    complete(popup, box.querySelector("[data-map-more]"), link.href);
  });
}

function card(title, path, lines, isService) {
  const box = element("div", "");
  const link = element("a", title, "card-name");
  link.href = frame.dataset.home + path;
  link.dataset.mapLink = "";
  box.append(link, ...lines.filter(Boolean).map((line) => element("p", line)));
  if (isService) {
    const more = element("div", "", "map-more");
    more.dataset.mapMore = "";
    box.append(more);
  }
  return box;
}

/* The page of the service is on this server too: nobody else learns what was chosen. Its parts are copied as they are. */
async function complete(popup, box, address) {
  if (!box || box.childElementCount) return;
  try {
    kept[address] = kept[address] || (await (await fetched(address)).text());
  } catch {
    return;
  }
  const page = new DOMParser().parseFromString(kept[address], "text/html");
  const parts = [...page.querySelectorAll("article.sheet > *")].filter((part) => part.matches(PARTS));
  fill(box, ...parts.map((part) => document.importNode(part, true)));
  const focused = document.activeElement;
  popup.setContent(box.parentElement);
  if (box.parentElement.contains(focused)) focusOn(focused);
}
