/* The search page: asks the engine, shows what it found, narrows it. The state lives in the fragment, which no server
   sees; a query that tells of danger leaves none. Nothing is loaded before somebody begins to search. */

const FACETS = ["obszar", "forma", "dla", "dzielnica", "czynne"];
const KINDS = { a: "obszar", s: "forma", u: "dla" };
const NAMED = 3;
const STILL = 500;
const SURELY = 10;
const WEAK = 0.15;
const find = (selector) => document.querySelector(selector);
const results = find("[data-results]");
const list = results.querySelector("ul");
const less = find("[data-less]");
const box = find("form[role=search]");
const facets = find("[data-facets]");
const status = find("[data-status]");
const understood = find("[data-understood]");
const urgent = find("[data-urgent]");
const boxes = [...facets.querySelectorAll("input")];
const language = document.documentElement.lang;
const packs = new Map(results.dataset.packs.trim().split(" ").map((pack) => pack.split(/:(.*)/)));
const plural = new Intl.PluralRules(language);
const counted = (texts, n) => texts[plural.select(n)].replace("{n}", n);
let state = { q: "", chosen: Object.fromEntries(FACETS.map((name) => [name, []])), literal: false };
let cards = [];
let engine = null;
let preparing = null;
let further = null;
let waiting = 0;

/** The engine and the cards of this page, loaded once; without them the page stays the plain list it was. */
function prepare() {
  preparing ??= loadEngine()
    .then((made) => {
      engine = made;
      cards = cardsOf(document);
      document.documentElement.dataset.search = "ready";
      loadRest();
      learnOthers();
    })
    .catch(() => {
      preparing = null;
      status.textContent = status.dataset.failed;
      throw new Error("search not loaded");
    });
  return preparing;
}

/** Waits for the other pages of a long list, unless the best answers are all here already. */
async function complete() {
  const here = new Set(cards.map((card) => card.id));
  const best = state.q.trim() ? engine.search(state.q, { literal: state.literal }).slice(0, SURELY) : [];
  if (best.length && best.every(({ id }) => here.has(id))) return;
  status.textContent = status.dataset.loading;
  await further;
}

async function loadEngine() {
  const { index, words, query, engine: ranking } = results.dataset;
  const data = read(index);
  const own = packs.has(language) ? read(packs.get(language)) : null;
  const [{ Engine }, reading, { Thesaurus }] = await Promise.all([ranking, words, query].map((path) => import(path)));
  const made = new Engine(await data, { ...reading, Thesaurus });
  if (own) made.learn(await own);
  return made;
}

const read = async (path) => (await fetch(path)).json();

/** What speakers of other languages say: whoever reads Polish may still type Ukrainian. */
async function learnOthers() {
  const others = [...packs].filter(([code]) => code !== language).map(([, path]) => read(path));
  for (const pack of await Promise.all(others)) engine.learn(pack);
  if (state.q) update();
}

/** The cards of the other pages of a long list, one page after another. */
async function collect() {
  for (const path of results.dataset.pages.trim().split(" ").filter((path) => path !== location.pathname)) {
    const page = await pageAt(path);
    const more = cardsOf(page);
    list.append(...more.filter((card) => !card.ended).map((card) => card.row));
    const ended = page.querySelector("[data-expired]");
    if (ended) find(".beside-second").append(ended);
    cards.push(...more);
  }
  find(".pager")?.remove();
}

/** Loads the rest of a long list behind what is shown, and shows it where it was missed. */
function loadRest() {
  if (results.dataset.pages.trim().split(" ").length < 2) return;
  further = collect().then(() => {
    further = null;
    return update();
  });
  further.catch(() => {
    status.textContent = status.dataset.failed;
  });
}

function cardsOf(page) {
  return [...page.querySelectorAll("article[data-service]")].map((element) => ({
    id: element.dataset.service,
    row: element.closest("li"),
    ended: Boolean(element.closest("[data-expired]")),
    codes: codesOf(element),
  }));
}

/** Another page of ours as a document; the browser reads it itself, so no text is ever turned into one here. */
const pageAt = (path) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", path);
    request.responseType = "document";
    request.onload = () => (request.status === 200 ? resolve(request.response) : reject(new Error(path)));
    request.onerror = () => reject(new Error(path));
    request.send();
  });

/** What a card says of itself, read when it is asked: whether a place is open changes while one reads. */
function codesOf(element) {
  const read = (name) => ({ get: () => (element.dataset[name] ?? "").split(" ") });
  return Object.defineProperties({}, Object.fromEntries(FACETS.map((name) => [name, read(name)])));
}

/** What the address asks for; words after `?` are moved to where no server sees them. */
function asked() {
  const wanted = new URLSearchParams(location.search);
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) wanted.set(name, value);
  const chosen = FACETS.map((name) => [name, (wanted.get(name) ?? "").split(",").filter(Boolean)]);
  const read = { q: wanted.get("q") ?? "", chosen: Object.fromEntries(chosen), literal: false };
  if (location.search) history.replaceState(null, "", location.pathname + fragment(read));
  return read;
}

function fragment({ q, chosen }) {
  const parts = q ? [`q=${encodeURIComponent(q)}`] : [];
  for (const name of FACETS) {
    if (chosen[name].length) parts.push(`${name}=${chosen[name].map(encodeURIComponent).join(",")}`);
  }
  return parts.length ? `#${parts.join("&")}` : "";
}

/** Writes the state into the address; of a query that tells of danger no trace is left. */
function remember(found, add) {
  const told = found?.needs.length ? { ...state, q: "" } : { ...state, q: state.q.trim() };
  const address = location.pathname + fragment(told);
  if (address !== location.pathname + location.hash) history[add ? "pushState" : "replaceState"](null, "", address);
}

/** A narrower term that is chosen takes the place of its broader one. */
function narrowest(name) {
  const codes = state.chosen[name];
  const chosen = boxes.filter((input) => input.name === name && codes.includes(input.value));
  const broader = chosen.map((input) => input.closest("li").dataset.under);
  return codes.filter((code) => !broader.includes(code));
}

const fits = (card, wanted, but) =>
  wanted.every(([name, codes]) => name === but || codes.some((code) => card.codes[name].includes(code)));

/** Shows what the state asks for; returns what the engine found, or nothing where no words were given. */
function show() {
  const found = state.q.trim() ? engine.search(state.q, { literal: state.literal }) : null;
  const wanted = FACETS.map((name) => [name, narrowest(name)]).filter(([, codes]) => codes.length);
  const scores = new Map(found?.map(({ id, score }) => [id, score]));
  const heard = cards.filter((card) => !found || scores.has(card.id));
  const shown = heard.filter((card) => fits(card, wanted));
  if (found) shown.sort((a, b) => scores.get(b.id) - scores.get(a.id));
  const live = shown.filter((card) => !card.ended);
  const best = live.length ? scores.get(live[0].id) : 0;
  const sure = live.filter((card, place) => !found || place < SURELY || scores.get(card.id) >= best * WEAK);
  list.replaceChildren(...sure.map((card) => card.row));
  showLess(live.slice(sure.length));
  showEnded(shown);
  countFacets(heard, wanted);
  find("[data-nothing]").hidden = live.length > 0;
  find("[data-clear]").hidden = !found && !wanted.length;
  showUrgent(found?.needs ?? []);
  showUnderstood(found);
  results.dataset.searched = state.q;
  return { found, said: found || wanted.length ? (live.length ? counted(status.dataset, live.length) : status.dataset.none) : status.dataset.all };
}

function showLess(rest) {
  less.hidden = !rest.length;
  less.querySelector("summary").textContent = rest.length ? counted(less.dataset, rest.length) : "";
  less.querySelector("ul").replaceChildren(...rest.map((card) => card.row));
}

function showEnded(shown) {
  const group = find("[data-expired]");
  if (!group) return;
  const ended = new Set(shown.filter((card) => card.ended));
  for (const card of cards) if (card.ended) card.row.hidden = !ended.has(card);
  group.hidden = !ended.size;
  find("[data-expired-count]").textContent = ended.size;
}

/** Beside each choice, how many services it would leave. */
function countFacets(heard, wanted) {
  for (const name of FACETS) {
    const counts = new Map();
    for (const card of heard.filter((card) => !card.ended && fits(card, wanted, name))) {
      for (const code of card.codes[name]) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    for (const input of boxes) {
      const shown = input.name === name && input.closest("label").querySelector("[data-count]");
      if (shown) shown.textContent = counts.get(input.value) ?? 0;
    }
  }
}

/** The numbers and places for a danger that the query tells of. */
function showUrgent(needs) {
  const first = needs.slice(0, 2);
  for (const need of urgent.querySelectorAll("[data-need]")) need.hidden = !first.includes(need.dataset.need);
  urgent.hidden = !first.length;
}

/** What was mended and what else was searched for, and the way back; words that hurt are not repeated. */
function showUnderstood(found) {
  const button = find("[data-only]");
  const { also, mended, mendedUnsaid } = understood.dataset;
  const said = (found?.mended ?? []).map(({ word, instead }) => (instead ? fill(mended, { word, instead }) : mendedUnsaid));
  const names = found?.also.map(nameOf).filter(Boolean).slice(0, NAMED) ?? [];
  if (names.length) said.push(fill(also, { names: names.join(", ") }));
  const hurts = found?.spoken.some(({ entry }) => entry.hidden) || found?.mended.some(({ instead }) => !instead);
  understood.hidden = !said.length && !state.literal;
  find("[data-said]").textContent = said.join(" ");
  button.textContent = state.literal ? button.dataset.again : hurts ? button.dataset.onlyUnsaid : fill(button.dataset.onlyText, { query: shortened(state.q.trim()) });
}

/** What a code of the index is called here: as the choices that narrow the list call it. */
function nameOf(code) {
  const [kind, value] = code.split(":");
  const choice = boxes.find((input) => input.name === KINDS[kind] && input.value === value);
  return choice?.nextElementSibling.firstChild.data.trim();
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const shortened = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Shows in the form what the state asks for. */
function fillForm() {
  if (box.elements.q.value !== state.q) box.elements.q.value = state.q;
  for (const input of boxes) input.checked = state.chosen[input.name].includes(input.value);
  for (const input of boxes) {
    const { under } = input.closest("li").dataset;
    input.closest("li").hidden = Boolean(under) && !input.checked && !state.chosen[input.name].includes(under);
  }
  for (const facet of facets.querySelectorAll("[data-facet]")) {
    const count = state.chosen[facet.dataset.facet].length;
    facet.querySelector("[data-chosen]").textContent = count ? `(${count})` : "";
    if (count) facet.open = find("[data-narrow]").open = true;
  }
}

/** Shows the state at once or, while somebody types, says and remembers it when the keys are still. */
async function update({ add = false, typing = false } = {}) {
  fillForm();
  if (!engine) status.textContent = status.dataset.loading;
  await prepare();
  if (further) await complete();
  const { found, said } = show();
  clearTimeout(waiting);
  const settle = () => {
    if (status.textContent !== said) status.textContent = said;
    remember(found, add);
  };
  if (typing) waiting = setTimeout(settle, STILL);
  else settle();
}

function chosenNow() {
  const chosen = (name) => boxes.filter((input) => input.name === name && input.checked).map((input) => input.value);
  return Object.fromEntries(FACETS.map((name) => [name, chosen(name)]));
}

function change(changed, how) {
  state = { ...state, ...changed };
  return update(how).catch(() => {});
}

function fromAddress() {
  state = asked();
  if (state.q || FACETS.some((name) => state.chosen[name].length) || engine) update().catch(() => {});
}

function start() {
  box.querySelector("button").disabled = false;
  facets.hidden = false;
  if (matchMedia("(min-width: 60rem)").matches) find("[data-narrow]").open = find("[data-facet]").open = true;
  box.addEventListener("focusin", () => prepare().catch(() => {}));
  box.addEventListener("submit", async (event) => {
    event.preventDefault();
    await change({ q: box.elements.q.value }, { add: true });
    results.focus();
  });
  box.elements.q.addEventListener("input", () => change({ q: box.elements.q.value, literal: false }, { typing: true }));
  facets.addEventListener("submit", (event) => event.preventDefault());
  facets.addEventListener("change", () => change({ chosen: chosenNow() }, { add: true }));
  find("[data-only]").addEventListener("click", () => change({ literal: !state.literal }));
  find("[data-clear]").addEventListener("click", () => {
    change({ q: "", chosen: Object.fromEntries(FACETS.map((name) => [name, []])), literal: false }, { add: true });
  });
  addEventListener("hashchange", fromAddress);
  addEventListener("popstate", fromAddress);
  fromAddress();
}

start();
