/* The list beside the map: one choice of what it is about narrows both, and a service of the list is shown as a point. */

import { element, frame, words } from "./frame.js";

export function joinList({ group, marks }) {
  const list = document.querySelector("[data-map-list]");
  if (!list) return;
  const byPath = {};
  for (const mark of marks) byPath[mark.point[5]] = byPath[mark.point[5]] || mark;
  for (const part of list.querySelectorAll("details")) {
    part.addEventListener("toggle", () => addButtons(part, byPath, group));
    if (part.open) addButtons(part, byPath, group);
  }
  const choice = frame.querySelector("[data-map-choice]");
  if (choice) follow(choice, list, group, marks);
}

function addButtons(part, byPath, group) {
  for (const row of part.querySelectorAll("[data-service]:not([data-map-joined])")) {
    row.dataset.mapJoined = "";
    const mark = byPath[`/uslugi/${row.dataset.service}/`];
    if (!mark) continue;
    const button = element("button", words.show, "quiet");
    button.type = "button";
    button.append(element("span", ` – ${row.querySelector("a").textContent}`, "away"));
    button.addEventListener("click", () => {
      frame.scrollIntoView({ block: "nearest" });
      group.zoomToShowLayer(mark, () => mark.openPopup());
    });
    row.append(" ", button);
  }
}

/* The choice lives in the fragment, which no server sees: a page of an area leads here with its own. */
function follow(choice, list, group, marks) {
  const wanted = new URLSearchParams(location.hash.slice(1)).get("obszar");
  if ([...choice.options].some((option) => option.value === wanted)) choice.value = wanted;
  const narrow = () => {
    const area = choice.value;
    const known = {};
    for (const row of list.querySelectorAll("[data-service]")) {
      const shown = !area || row.dataset.obszar.split(" ").includes(area);
      known[`/uslugi/${row.dataset.service}/`] = shown;
      row.hidden = !shown;
    }
    for (const part of list.querySelectorAll("details")) {
      const rows = [...part.querySelectorAll("[data-service]")];
      const left = rows.filter((row) => !row.hidden).length;
      part.hidden = !left;
      part.querySelector("[data-map-count]").textContent = `(${left})`;
    }
    group.clearLayers();
    group.addLayers(marks.filter((mark) => !area || known[mark.point[5]]));
  };
  choice.addEventListener("change", () => {
    history.replaceState(null, "", choice.value ? `#obszar=${choice.value}` : location.pathname);
    narrow();
  });
  if (choice.value) narrow();
}
