/* What changes, in words; the list that says it to a program; how the card will look. */

import { changesMade, draft, valueAt } from "./draft.js";
import { made, say, settings } from "./elements.js";
import { fullClock, readHours, typedWeek, weekOf } from "./hours.js";
import { foldedWords } from "./notation.js";
import { schemaAt } from "./rules.js";

const STALE = ["schedule_raw", "schedule_as_of"];

/** The changes with ids for what is new, and without words of old sources about hours that are typed anew. */
export function finalChanges() {
  const names = newNames();
  const renamed = (value) => (Array.isArray(value) ? value.map(renamed) : typeof value === "string" ? names.get(value) || value : value);
  const found = changesMade().map(({ path, old, new: value }) => ({ path: path.map((step) => names.get(step) || step), old, new: withNames(value, names, renamed, path) }));
  const stale = found.filter(({ path, new: value }) => path.slice(-1)[0] === "hours" && value !== null).flatMap(({ path }) =>
    STALE.map((key) => [...path.slice(0, -1), key]).filter((place) => valueAt(draft.before, place) !== undefined).map((place) => ({ path: place, old: valueAt(draft.before, place), new: null })));
  return [...found, ...stale];
}

/** Ids of places and services that are new: their street or name in small letters. */
function newNames() {
  const names = new Map();
  for (const key of ["locations", "services"]) {
    const taken = new Set(Object.keys(draft.before[key] || {}));
    for (const [id, part] of Object.entries(draft.after[key] || {})) {
      if (taken.has(id)) continue;
      const base = idOf(part.address_1 || part.name || (part.confidential ? "miejsce" : id));
      let name = base;
      for (let number = 2; taken.has(name); number += 1) name = `${base}-${number}`;
      taken.add(name);
      names.set(id, name);
    }
  }
  return names;
}

export const idOf = (text) => foldedWords(text).join("-").slice(0, 60).replace(/-$/, "") || "nowe";

function withNames(value, names, renamed, path) {
  if (path.slice(-1)[0] === "locations" && Array.isArray(value)) return renamed(value);
  if (!value || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => {
    if (["locations", "services"].includes(key) && !Array.isArray(part)) return [key, Object.fromEntries(Object.entries(part).map(([id, one]) => [names.get(id) || id, withNames(one, names, renamed, [...path, key, id])]))];
    return [key, key === "locations" ? renamed(part) : part];
  }));
}

/** Every change of the list with who says so. */
export function listOf(changes, grounds, slugs, remark) {
  const { sure, url, ...told } = grounds;
  const record = `organizations/${draft.isNew ? idOf(draft.after.name || "") : draft.id}`;
  const row = (path, old, value) => ({ record, path, old, new: value, ...told, ...(url ? { url } : {}) });
  const rows = changes.map(({ path, old, new: value }) => row(path, old, value));
  const known = slugs.filter((slug) => valueAt(draft.before, ["services", slug]));
  if (sure && !draft.isNew) for (const slug of known) {
    rows.push(row(["services", slug, "assurance"], draft.before.services[slug].assurance || null, { date: told.day, method: told.how, by: "redakcja" }));
  }
  if (remark && !draft.isNew) rows.push(row(known.length === 1 ? ["services", known[0], "editors_note"] : ["editors_note"], null, remark));
  return rows;
}

/** One change as a sentence. */
export function inWords(rules, { path, old, new: value }) {
  if (!path.length) return say("says.newOrganization", { name: value.name || "", services: Object.values(value.services || {}).map((one) => one.name).filter(Boolean).join(", ") });
  if (path.slice(-1)[0] === "assurance") return say("says.confirmed", { day: value.date, of: valueAt(draft.after, ["services", path[1], "name"]) || "" });
  if (path.slice(-1)[0] === "editors_note") return say("says.remark", { text: value });
  if (path.length === 2 && path[0] === "services" && old === null) return say("says.newService", { name: value.name || "" });
  if (path.length === 2 && path[0] === "locations" && old === null) return say("says.newPlace", { name: value.address_1 || say("place.secret") });
  const owner = path[0] === "services" ? valueAt(draft.after, ["services", path[1], "name"]) : path[0] === "locations" ? valueAt(draft.after, ["locations", path[1], "address_1"]) : "";
  const [before, after] = [told(rules, path, old), told(rules, path, value)];
  return say("says.change", { part: say(`part.${path.slice(-1)[0]}`), of: owner ? ` (${owner})` : "", before: before || say("says.nothing"), after: after || say("says.nothing") });
}

function told(rules, path, value) {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.length ? value.map((item, index) => told(rules, [...path, index], item)).join(", ") : say("documents.none");
  if (typeof value === "object") return "number" in value ? [value.number, value.label].filter(Boolean).join(" – ") : Object.entries(value).map(([key, part]) => told(rules, [...path, key], part)).filter(Boolean).join(", ");
  const schema = schemaAt(rules, path);
  if (schema["x-vocabulary"]) return (rules.terms[schema["x-vocabulary"]][value] || [value])[0];
  if (schema["x-location"]) return valueAt(draft.after, ["locations", value, "address_1"]) || value;
  if (schema["x-def"] === "hours") return hoursSaid(rules, value);
  const group = path.includes("cost") ? "cost" : path.filter((step) => typeof step === "string").slice(-1)[0];
  return settings.words[`choice.${typeof value === "boolean" ? "yesno" : group}.${value}`] || String(value);
}

function hoursSaid(rules, typed) {
  const slots = readHours(rules, typed);
  return slots ? typedWeek(rules, weekOf(slots), "–", fullClock) : typed;
}

/** The card of the service as it will look. */
export function cardPreview(rules, slug) {
  const service = valueAt(draft.after, ["services", slug]);
  if (!service) return null;
  const places = (service.locations || []).map((id) => valueAt(draft.after, ["locations", id, "address_1"])).filter(Boolean);
  const numbers = [service.phones, ...(service.locations || []).map((id) => valueAt(draft.after, ["locations", id, "phones"])), draft.after.phones].find((phones) => phones && phones.length) || [];
  const hours = service.hours || valueAt(draft.after, ["locations", (service.locations || [])[0], "hours"]);
  return made("div", { class: "card preview" }, made("h3", { class: "card-name" }, service.name || ""),
    made("p", { class: "card-who" }, [draft.after.name, places.join(", ")].filter(Boolean).join(" · ")),
    made("p", {}, service.description || ""),
    made("p", {}, hours ? hoursSaid(rules, hours) : say("card.noHours")),
    made("p", {}, made("strong", {}, numbers.map((phone) => phone.number).filter(Boolean).join(", ") || say("card.noPhone"))));
}
