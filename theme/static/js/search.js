/* The list of all services, narrowed by words and by terms. The choice lives in the fragment, which no server sees. */

const FACETS = ["obszar", "forma", "dla", "dzielnica", "czynne"];
const find = (selector) => document.querySelector(selector);
const results = find("[data-results]");
const box = find("form[role=search]");
const facets = find("[data-facets]");
const status = find("[data-status]");
const nothing = find("[data-nothing]");
const boxes = [...facets.querySelectorAll("input")];
const plural = new Intl.PluralRules(document.documentElement.lang);
let cards = [];

function folded(text) {
  return text.toLowerCase().replaceAll("ł", "l").normalize("NFKD").replace(/\p{M}/gu, "");
}

function entry(element) {
  return { element, row: element.closest("li"), text: folded(element.textContent) };
}

/** What a card says of itself; whether it is open now changes while one reads. */
function codesOf(element, name) {
  return (element.dataset[name] ?? "").split(" ");
}

/** The cards of this page and of the other pages of a long list. */
async function collect() {
  const others = results.dataset.pages.trim().split(" ").filter((path) => path !== location.pathname);
  if (others.length) {
    status.textContent = status.dataset.loading;
    const list = results.querySelector("ul");
    for (const path of others) {
      const page = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html");
      list.append(...page.querySelectorAll("[data-results] > ul > li"));
      const ended = page.querySelector("[data-expired]");
      if (ended) find(".beside-second").append(ended);
    }
    find(".pager")?.remove();
  }
  return [...document.querySelectorAll("[data-service]")].map(entry);
}

/** What the address asks for; words after `?` are moved to where no server sees them. */
function asked() {
  if (location.search) {
    const state = new URLSearchParams(location.search);
    for (const [name, value] of new URLSearchParams(location.hash.slice(1))) state.set(name, value);
    history.replaceState(null, "", location.pathname + fragment(read(state)));
  }
  return read(new URLSearchParams(location.hash.slice(1)));
}

function read(state) {
  const chosen = FACETS.map((name) => [name, (state.get(name) ?? "").split(",").filter(Boolean)]);
  return { q: state.get("q") ?? "", chosen: Object.fromEntries(chosen) };
}

function fragment({ q, chosen }) {
  const parts = q ? [`q=${encodeURIComponent(q)}`] : [];
  for (const name of FACETS) {
    if (chosen[name].length) parts.push(`${name}=${chosen[name].map(encodeURIComponent).join(",")}`);
  }
  return parts.length ? `#${parts.join("&")}` : "";
}

/** A narrower term that is chosen takes the place of its broader one. */
function narrowest(name, codes) {
  const chosen = boxes.filter((input) => input.name === name && codes.includes(input.value));
  const broader = chosen.map((input) => input.closest("li").dataset.under);
  return codes.filter((code) => !broader.includes(code));
}

function show(state) {
  const words = folded(state.q).split(/\s+/).filter(Boolean);
  const wanted = FACETS.map((name) => [name, narrowest(name, state.chosen[name])]).filter(([, codes]) => codes.length);
  let found = 0;
  let ended = 0;
  for (const card of cards) {
    const fits = words.every((word) => card.text.includes(word)) && wanted.every(([name, codes]) => codes.some((code) => codesOf(card.element, name).includes(code)));
    card.row.hidden = !fits;
    if (card.element.closest("[data-expired]")) ended += fits;
    else found += fits;
  }
  const narrowed = words.length || wanted.length;
  const said = found ? status.dataset[plural.select(found)] : status.dataset.none;
  status.textContent = narrowed ? said.replace("{n}", found) : status.dataset.all;
  nothing.hidden = found > 0;
  find("[data-clear]").hidden = !narrowed;
  const expired = find("[data-expired]");
  if (expired) {
    expired.hidden = !ended;
    find("[data-expired-count]").textContent = ended;
  }
  results.dataset.searched = state.q;
}

/** Shows in the form what the address asks for. */
function fill(state) {
  box.elements.q.value = state.q;
  for (const input of boxes) input.checked = state.chosen[input.name].includes(input.value);
  for (const input of boxes) {
    const { under } = input.closest("li").dataset;
    input.closest("li").hidden = Boolean(under) && !input.checked && !state.chosen[input.name].includes(under);
  }
  for (const facet of facets.querySelectorAll("[data-facet]")) {
    const count = state.chosen[facet.dataset.facet].length;
    facet.querySelector("[data-chosen]").textContent = count ? `(${count})` : "";
    if (count) facet.open = true;
  }
}

function update() {
  const state = asked();
  fill(state);
  show(state);
}

/** Writes what the form says into the address, and shows it. */
function change(add) {
  const chosen = FACETS.map((name) => [name, boxes.filter((input) => input.name === name && input.checked).map((input) => input.value)]);
  const address = location.pathname + fragment({ q: box.elements.q.value.trim(), chosen: Object.fromEntries(chosen) });
  history[add ? "pushState" : "replaceState"](null, "", address);
  update();
}

async function start() {
  cards = await collect();
  update();
  box.querySelector("button").disabled = false;
  facets.hidden = false;
  if (matchMedia("(min-width: 60rem)").matches) facets.querySelector("details").open = true;
  box.addEventListener("submit", (event) => {
    event.preventDefault();
    change(true);
    results.focus();
  });
  box.elements.q.addEventListener("input", () => change(false));
  facets.addEventListener("submit", (event) => event.preventDefault());
  facets.addEventListener("change", () => change(true));
  find("[data-clear]").addEventListener("click", () => {
    box.elements.q.value = "";
    for (const input of boxes) input.checked = false;
    change(true);
  });
  addEventListener("hashchange", update);
  addEventListener("popstate", update);
  document.documentElement.dataset.search = "ready";
}

await start();
