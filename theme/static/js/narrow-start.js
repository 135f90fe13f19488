/* The form that narrows a list: its script is loaded once somebody opens it, or the address says what is chosen. */

import { unfold } from "./site/later.js";

unfold();

const form = document.querySelector("[data-facets]");
const load = () => import(form.dataset.script);
const arrive = () => location.hash.includes("=") && load();

form.classList.remove("waits");
form.querySelector("[data-narrow]").addEventListener("toggle", load, { once: true });
addEventListener("popstate", arrive);
arrive();
