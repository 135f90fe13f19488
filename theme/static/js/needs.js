/* The question to the map of needs: how many services have all that was chosen, and the query that counts them too. */

const form = document.querySelector("[data-question]");
const words = form.dataset;
const find = (name) => form.querySelector(`[data-${name}]`);
const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const PARTS = { obszar: "areas", forma: "service_types", dla: "audiences" };
const UNKNOWN = { free: "cost_unknown", no_referral: "way_in_unknown", step_free: "step_free_unknown" };
const say = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
let data;

const load = () => {
  if (!data) data = fetch(words.from).then((found) => found.json());
  return data;
};

/** What is chosen: `{ obszar: "bezdomnosc", dzielnica: "stare-miasto" }`; empty choices are left out. */
function chosen() {
  const { gdzie, ...want } = Object.fromEntries(new FormData(form));
  const [kind, code] = gdzie.split(":");
  if (code) want[kind] = code;
  return Object.fromEntries(Object.entries(want).filter(([, value]) => value));
}

/** The choices of the address; it is in the fragment, which no server sees. */
function read() {
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    const select = form.elements[name in PARTS ? name : "gdzie"];
    const option = name in PARTS ? value : `${name}:${value}`;
    if ([...select.options].some((one) => one.value === option)) select.value = option;
  }
}

const many = (services, measure) => services.filter((one) => one.measures.includes(measure)).length;

/** `2026-03-27` → 27 marca 2026, `2026-03` → marzec 2026, `2026` → 2026. */
function inWords(partial) {
  const [year, month, day] = partial.split("-");
  const parts = { day: day && "numeric", month: month && "long", year: "numeric" };
  return new Date(year, (month || 1) - 1, day || 1).toLocaleDateString(language, parts);
}

function units(capacity) {
  const lines = [];
  for (const item of form.querySelectorAll("[data-unit]")) {
    const stated = capacity.filter((one) => one.unit === item.dataset.unit);
    if (!stated.length) continue;
    const number = stated.reduce((sum, one) => sum + one.maximum, 0);
    const dates = stated.map((one) => one.as_of).filter(Boolean).sort();
    const about = [dates.length && say(words.dated, { date: [...new Set([dates[0], dates[dates.length - 1]])].map(inWords).join(" – ") })];
    about.push(dates.length < stated.length && say(words.undated, { n: stated.length - dates.length }));
    about.push(stated.some((one) => one.about) && say(words.about, { n: stated.filter((one) => one.about).length }));
    lines.push(`${item.dataset[plural.select(number)].replace(/\d+/, number)} (${about.filter(Boolean).join("; ")})`);
  }
  return lines.join(", ") || words.noPlaces;
}

const codeOf = (link) => link.getAttribute("href").split("/").slice(-2)[0];

/** The districts on the picture and in the table beside it, of all that was chosen but the place. */
function shade(services) {
  const counts = {};
  for (const one of services) for (const code of one.districts) counts[code] = (counts[code] || 0) + 1;
  const most = Math.max(1, ...Object.values(counts));
  for (const link of document.querySelectorAll(".city-shaded a[href*='/dzielnice/']")) {
    const n = counts[codeOf(link)] || 0;
    const area = link.querySelector(".city-area");
    if (area) area.setAttribute("class", `city-area city-shade-${Math.ceil((4 * n) / most)}`);
    if (link.matches(".city-count")) {
      link.querySelector("text").textContent = n;
      link.style.display = n ? "" : "none";
    }
  }
  for (const row of document.querySelectorAll(".city-shaded tbody tr")) {
    const link = row.querySelector("a");
    const n = link ? counts[codeOf(link)] || 0 : many(services, "district_unknown");
    const cell = row.querySelector("td");
    cell.textContent = n;
    cell.removeAttribute("data-figure"); // it is no longer the figure of the whole city
  }
}

function answer({ questions: asked, services }, want) {
  const place = asked.districts[want.dzielnica];
  const same = services.filter((one) => Object.keys(PARTS).every((name) => !want[name] || one[PARTS[name]].includes(want[name])));
  const here = same.filter((one) => (place ? one.districts.some((code) => place.codes.includes(code)) : !want.gmina || one.gminas.includes(want.gmina)));
  const unknown = place ? many(same, "district_unknown") : 0;
  const unseen = "silent" in form.elements.gdzie.selectedOptions[0].dataset;
  const silent = unseen && !here.length;
  const n = silent ? "–" : here.length;
  find("services").textContent = unknown && !n ? "0 ?" : n;
  find("why").textContent = unseen ? words.notLooked : n ? "" : unknown ? words.whereUnknown : words.none;
  find("elsewhere").textContent = unknown ? say(words.elsewhere, { n: unknown }) : "";
  for (const cell of form.querySelectorAll("[data-measure]")) {
    const doubt = UNKNOWN[cell.dataset.measure] ? many(here, UNKNOWN[cell.dataset.measure]) : 0;
    cell.textContent = silent ? "–" : many(here, cell.dataset.measure) + (doubt ? ` (${doubt} ?)` : "");
  }
  const stated = here.flatMap((one) => one.capacity.map((number) => ({ ...number, free: one.measures.includes("free") })));
  const inside = stated.filter((one) => !place || (one.districts.length && one.districts.every((code) => place.codes.includes(code))));
  find("places").textContent = want.gmina ? words.noPlaces : units(inside);
  find("free").textContent = want.gmina ? words.noPlaces : units(inside.filter((one) => one.free));
  const parts = Object.entries(PARTS).map(([name, key]) => asked[key][want[name]] || "").join("");
  const queries = [asked.services + parts + (place ? place.services : asked.gminas[want.gmina] || "")];
  if (!want.gmina) queries.push(asked.places + parts + (place ? place.places : "") + asked.places_end);
  find("sql").textContent = queries.join(";\n\n") + ";";
  const codes = { ...want, ...(place && { dzielnica: place.codes.join(",") }) };
  find("list").href = words.search + "#" + Object.entries(codes).map((pair) => pair.join("=")).join("&");
  find("announced").href = `${words.needs}${want.obszar}/#zapowiedzi`;
  find("announced").hidden = !want.obszar;
  find("list").hidden = Boolean(want.gmina) || !n;
  shade(same);
}

async function ask() {
  const want = chosen();
  const told = Object.entries(want).map((pair) => pair.join("=")).join("&");
  if (told || location.hash.includes("=")) history.replaceState(null, "", told ? `#${told}` : location.pathname);
  try {
    answer(await load(), want);
    find("answer").hidden = false;
    form.dataset.asked = told;
  } catch {
    data = undefined;
    find("failed").hidden = false;
  }
}

read();
form.hidden = false;
form.addEventListener("change", ask);
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", () => {
  form.reset();
  read();
  ask();
});
if (Object.keys(chosen()).length) ask();
