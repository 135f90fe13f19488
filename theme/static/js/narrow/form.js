/* The form that narrows a list: a choice narrows at once, "Show" leads to the list, "Clear" takes all choices away. */

import { unfold } from "../site/later.js";

unfold();

export const facets = document.querySelector("[data-facets]");
export const narrow = facets.querySelector("[data-narrow]");
export const showing = facets.querySelector("[data-show]");
export const clearing = facets.querySelector("[data-clear]");

/** Shows the form and calls `choose` when what is ticked has changed; `list` is what it narrows. Where nothing is ticked
    "Clear" takes away what else is asked for. */
export function listen(choose, list, clearElse) {
  facets.classList.remove("waits");
  facets.addEventListener("submit", (event) => event.preventDefault());
  facets.addEventListener("change", choose);
  showing.addEventListener("click", () => {
    narrow.open = false;
    list.focus();
    list.scrollIntoView();
  });
  clearing.addEventListener("click", () => {
    const ticked = [...facets.querySelectorAll("input:checked")];
    for (const input of ticked) input.checked = false;
    if (ticked.length) choose();
    else clearElse();
    narrow.querySelector("summary").focus();
  });
}
