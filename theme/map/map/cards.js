/* What a chosen point says: its name and place at once, then the card of the service as its own page has it. */

import { element, fetched, fill, frame, label, SIZE, words } from "./frame.js";

const PARTS = ".for, .facts, .trust, .hours, .calls, .ask, .call-note, .where";
const kept = {};

export function focusOn(part) {
  if (part) part.focus({ preventScroll: true });
}

/* Opens the card of a mark, inside the map and beside its buttons: `service` is the id of what it is about, empty for a
   district; `seen` is the mark or the cluster that it is in, where the reader is afterwards. */
export function openCard(map, mark, { title, path, lines, service = "" }, seen = mark) {
  const { x, y } = map.getSize();
  const sizes = { maxHeight: Math.min(320, y - 90), maxWidth: Math.min(300, x - 110), minWidth: 160 };
  const room = { autoPanPaddingTopLeft: [8, 8], autoPanPaddingBottomRight: [SIZE + 16, 8] };
  const popup = L.popup({ ...sizes, ...room, service }, mark).setLatLng(mark.getLatLng());
  popup.on("remove", () => focusOn(seen.getElement()));
  popup.setContent(card(title, path, lines, service)).openOn(map);
}

export function followCards(map) {
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

function card(title, path, lines, service) {
  const box = element("div", "");
  const link = element("a", title);
  link.href = frame.dataset.home + path;
  link.dataset.mapLink = "";
  box.append(link);
  for (const line of lines.filter(Boolean)) box.append(element("p", line, "small"));
  if (service) {
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
