/* The parts of the search page. */

import { unfold } from "../site/later.js";

unfold();

export const find = (selector) => document.querySelector(selector);
export const results = find("[data-results]");
export const list = results.querySelector("ul");
export const less = find("[data-less]");
export const box = find("form[role=search]");
export const status = find("[data-status]");
export const understood = find("[data-understood]");
export const urgent = find("[data-urgent]");
export const ways = [...document.querySelectorAll("[data-leave-waits]")];

export const language = document.documentElement.lang;

/** Says that the search does not work here, and shows where to look instead; the list stays whole. */
export function fail() {
  status.textContent = status.dataset.failed;
  find("[data-cannot]").hidden = false;
}
