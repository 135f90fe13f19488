/* Which questions there are about a service, a place and an organization, in the groups in which they are asked. */

import { change, draft, valueAt } from "./draft.js";
import { button, field, made, newId, refill, say, settings } from "./elements.js";
import { choiceWidget, codesWidget, hoursWidget, linesWidget, phonesWidget, textWidget, ticksWidget } from "./widgets.js";

const HOW = ["walk-in", "phone", "appointment", "registration", "referral", "decision"];
const COSTS = ["free", "symbolic", "partly", "paid"];
const KINDS_OF_ORGANIZATIONS = ["ngo", "public-body", "church-body", "social-enterprise", "health-provider", "other"];
const STATUS = ["active", "temporarily_closed", "defunct", "planned"];

const titled = (text, ...parts) => made("div", { class: "owner" }, made("h3", {}, text), ...parts);

/** The groups of questions about one service: `{key, parts, control}`, each made when it is opened. */
export function serviceGroups(rules, slug, changed) {
  const at = (...steps) => ["services", slug, ...steps];
  const ask = (widget, key, path, more = {}) => widget(rules, { path, key, ...more }, changed);
  return [
    { key: "phone", make: () => phones(rules, slug, changed) },
    { key: "hours", make: () => hours(rules, slug, changed) },
    { key: "closed", make: () => [ask(choiceWidget, "status", at("status"), { choices: STATUS, words: "choice.status" })] },
    { key: "address", make: () => places(rules, slug, changed) },
    { key: "help", make: () => [
      ask(textWidget, "name", at("name")),
      ask(textWidget, "description", at("description"), { long: true }),
      ask(codesWidget, "support_areas", at("support_areas"), { vocabulary: "areas" }),
      ask(codesWidget, "service_types", at("service_types"), { vocabulary: "service_types" }),
      ask(codesWidget, "audiences", at("audiences"), { vocabulary: "audiences" }),
    ] },
    { key: "entry", make: () => [
      ask(ticksWidget, "how", at("access", "how"), { choices: HOW, words: "choice.how" }),
      ask(textWidget, "access_note_service", at("access", "note")),
      ask(textWidget, "eligibility_description", at("eligibility_description"), { long: true }),
      noDocuments(at("required_documents"), changed, ask(linesWidget, "required_documents", at("required_documents"))),
      ask(choiceWidget, "cost", at("cost", "kind"), { choices: COSTS, words: "choice.cost" }),
      ask(textWidget, "cost_note", at("cost", "note")),
    ] },
    { key: "contact", make: () => [
      ask(textWidget, "website", at("website"), { type: "url" }),
      ask(linesWidget, "emails", at("emails")),
      ask(codesWidget, "languages", at("languages"), { vocabulary: "languages" }),
    ] },
  ];
}

export function organizationGroup(rules, changed) {
  const ask = (widget, key, path, more = {}) => widget(rules, { path, key, ...more }, changed);
  return { key: "organization", make: () => [
    ask(textWidget, "organization_name", ["name"]),
    ask(choiceWidget, "kind", ["kind"], { choices: KINDS_OF_ORGANIZATIONS, words: "choice.kind" }),
    ask(textWidget, "organization_description", ["description"], { long: true }),
    ask(textWidget, "website", ["website"], { type: "url" }),
    ask(linesWidget, "emails", ["emails"]),
    ask(textWidget, "krs", ["organization_identifiers", "krs"]),
    ...(draft.isNew ? [{ ...phonesWidget(rules, { path: ["phones"] }, changed) }] : []),
  ] };
}

/** That no document is needed is an answer too: an empty list. */
function noDocuments(path, changed, asked) {
  const box = made("input", { type: "checkbox", id: newId(), onchange: () => { change(path, box.checked ? [] : undefined); asked.control.disabled = box.checked; changed(); } });
  box.checked = (valueAt(draft.after, path) || "x").length === 0;
  asked.control.disabled = box.checked;
  asked.part.append(made("div", { class: "tick" }, box, made("label", { for: box.id }, say("documents.none"))));
  return asked;
}

const placesOf = (slug) => valueAt(draft.after, ["services", slug, "locations"]) || [];
const nameOfPlace = (id) => { const one = valueAt(draft.after, ["locations", id]) || {}; return one.name || one.address_1 || say(one.confidential ? "place.secret" : "place.new"); };

function phones(rules, slug, changed) {
  const owners = [[say("phone.ofService"), ["services", slug, "phones"]]];
  for (const id of placesOf(slug)) if (valueAt(draft.after, ["locations", id])) owners.push([say("phone.ofPlace", { place: nameOfPlace(id) }), ["locations", id, "phones"]]);
  owners.push([say("phone.ofOrganization"), ["phones"]]);
  const known = owners.filter(([, path]) => (valueAt(draft.after, path) || []).length);
  const shown = known.length ? known : owners.slice(0, 1);
  return shown.map(([name, path]) => {
    const { part, control } = phonesWidget(rules, { path, isFirst: !known.length }, changed);
    return { part: titled(name, part), control };
  });
}

function hours(rules, slug, changed) {
  const owners = [[say("hours.ofService"), ["services", slug]]];
  for (const id of placesOf(slug)) if (valueAt(draft.after, ["locations", id])) owners.push([say("hours.ofPlace", { place: nameOfPlace(id) }), ["locations", id]]);
  const known = owners.filter(([, path]) => valueAt(draft.after, [...path, "hours"]) || valueAt(draft.after, [...path, "schedules"]));
  return (known.length ? known : owners.slice(0, 1)).map(([name, path]) => {
    if (valueAt(draft.after, [...path, "schedules"])) return { part: titled(name, made("p", {}, say("hours.complex"))), control: null };
    const { part, control } = hoursWidget(rules, { path: [...path, "hours"] }, changed);
    return { part: titled(name, part), control };
  });
}

/** The places of a service: chosen among those of the organization, corrected, or new. */
function places(rules, slug, changed) {
  const list = made("div");
  const path = ["services", slug, "locations"];
  const choose = (ids) => { change(path, ids.length ? ids : undefined); changed(); };
  function show() {
    const known = Object.keys(draft.after.locations || {});
    refill(list, ...known.map((id) => placePart(rules, id, placesOf(slug).includes(id), (isChosen) => choose(isChosen ? [...placesOf(slug), id] : placesOf(slug).filter((one) => one !== id)), changed)));
  }
  const more = button(say("place.add"), () => {
    const id = `nowe-${Object.keys(draft.after.locations || {}).length + 1}`;
    change(["locations", id], { city: settings.city, gmina: rules.city.gmina });
    choose([...placesOf(slug), id]);
    show();
    list.lastElementChild.querySelector("details").open = true;
    list.lastElementChild.querySelector("details input[type=text]").focus();
  }, { "data-add-place": true });
  show();
  return [{ part: made("div", {}, made("p", {}, say("place.lead")), list, more), control: list.querySelector("input") || more }];
}

function placePart(rules, id, isChosen, choose, changed) {
  const at = (...steps) => ["locations", id, ...steps];
  const ask = (widget, key, path, more = {}) => widget(rules, { path, key, ...more }, changed).part;
  const box = made("input", { type: "checkbox", id: newId(), onchange: () => choose(box.checked) });
  box.checked = isChosen;
  const isNew = !valueAt(draft.before, ["locations", id]);
  const yesNo = { choices: [true, false], words: "choice.yesno" };
  const open = made("details", {}, made("summary", {}, say("place.correct", { place: nameOfPlace(id) })),
    isNew ? secret(at(), changed) : null,
    ask(textWidget, "address_1", at("address_1")),
    ask(textWidget, "postal_code", at("postal_code")),
    ask(textWidget, "city", at("city")),
    Object.keys(rules.terms.districts).length ? ask(codesWidget, "district", at("district"), { vocabulary: "districts", single: true }) : null,
    ask(textWidget, "access_note", at("access_note")),
    ask(choiceWidget, "step_free", at("accessibility", "step_free"), yesNo),
    ask(choiceWidget, "toilet", at("accessibility", "toilet"), yesNo),
    made("h4", {}, say("hours.ofPlace", { place: "" })), hoursWidget(rules, { path: at("hours") }, changed).part);
  return made("div", { class: "place-choice" }, made("div", { class: "tick" }, box, made("label", { for: box.id }, nameOfPlace(id))), open);
}

/** A place whose address nobody may know has nothing but that. */
function secret(path, changed) {
  const box = made("input", { type: "checkbox", id: newId(), onchange: () => {
    change(path, box.checked ? { confidential: true } : { city: settings.city });
    for (const control of box.closest("details").querySelectorAll(".field input, .field select, .week input")) control.disabled = box.checked;
    changed();
  } });
  return made("div", { class: "tick" }, box, made("label", { for: box.id }, say("place.isSecret")));
}

export const remarkField = (told) => {
  const control = made("textarea", { rows: "2", maxlength: "1000", "data-remark": true });
  control.addEventListener("input", () => told(control.value.trim()));
  return field(say("remark.label"), control, { hint: say("remark.hint") });
};
