/* The search page before anybody searches: what is pressed, typed or asked for by the address loads the rest. */

import { facets, listen, narrow } from "./narrow/form.js";
import { box, fail, results } from "./search/page.js";
import { publishedNow } from "./site/page-at.js";

let loading = null;

/** The script of the search; a page that is older than the last publication asks where it is now. */
function load() {
  loading = loading || import(results.dataset.page).catch(loadAnew).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function loadAnew(error) {
  const fresh = (await publishedNow()).querySelector("[data-results]");
  if (!fresh || fresh.dataset.page === results.dataset.page) throw error;
  return import(fresh.dataset.page);
}

const tell = (name) => load().then((search) => search[name]()).catch(fail);

/** A page that nobody asked anything of waits. */
function arrive() {
  if (loading || location.search || location.hash.length > 1) tell("arrive");
}

function start() {
  box.querySelector("button").disabled = false;
  listen(() => tell("choose"), results, () => tell("clear"));
  if (matchMedia("(min-width: 60rem)").matches) narrow.open = facets.querySelector("[data-facet]").open = true;
  box.addEventListener("focusin", () => tell("prepare"));
  box.addEventListener("submit", (event) => {
    event.preventDefault();
    tell("send");
  });
  box.elements.q.addEventListener("input", () => tell("type"));
  addEventListener("popstate", arrive);
  arrive();
}

start();
