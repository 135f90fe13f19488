/* The form: opens an entry at one of its fields, asks how one knows, shows what changes and offers ways to send it.
   Which entry it is stands in the fragment, which no server sees. Nothing is kept unless somebody asks for it. */

import { begin, change, draft, recordOf, valueAt } from "./form/draft.js";
import { button, made, place, refill, say } from "./form/elements.js";
import { groundsPart } from "./form/grounds.js";
import { slotsOf, typedWeek, weekOf } from "./form/hours.js";
import { organizationGroup, remarkField, serviceGroups } from "./form/questions.js";
import { cardPreview, finalChanges, inWords, listOf } from "./form/review.js";
import { sendingPart } from "./form/sending.js";
import { faultCount, firstFault, forgetFaults, isPrivate } from "./form/widgets.js";

const KEPT = "formularz";
let rules = null;
let asked = {};
let remark = "";
let isKept = false;

const api = place.dataset.index.replace(/index\.json$/, "");

const fetched = async (path) => {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(path);
  return answer.json();
};

/** What the fragment asks for: `o` an organization, `s` a service of it, `f` a field; `nowa` a new organization. */
function fromFragment() {
  const named = new URLSearchParams(location.hash.slice(1));
  const id = (name) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(named.get(name) || "") ? named.get(name) : "");
  return { organization: id("o"), service: id("s"), field: id("f"), isNew: named.has("nowa") };
}

async function start() {
  asked = fromFragment();
  forgetFaults();
  remark = "";
  try {
    rules = rules || (await fetched(place.dataset.rules));
    if (asked.isNew) beginNew();
    else if (asked.organization) begin(asked.organization, await loaded());
    else return choose();
  } catch {
    refill(place, made("p", { class: "note", role: "alert", "data-unread": true }, say("load.failed"), " ", made("a", { href: place.dataset.how }, say("load.how"))));
    return undefined;
  }
  restore();
  if (draft.isNew || asked.service) return first();
  return asked.field === "confirm" ? confirmAll() : chooseService();
}

/** What was kept of the same entry, if somebody asked for it. */
function restore() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) || "null");
    isKept = kept && kept.id === draft.id && kept.service === asked.service;
    if (isKept) draft.after = kept.after;
  } catch {
    isKept = false;
  }
}

function forget() {
  localStorage.removeItem(KEPT);
  start();
}

async function loaded() {
  const { organization } = await fetched(`${api}organizations/${asked.organization}.json`);
  const wanted = asked.service ? [`${asked.organization}/${asked.service}`] : organization.services;
  const services = await Promise.all(wanted.map(async (id) => (await fetched(`${api}services/${id}.json`)).service));
  const record = recordOf(organization, services);
  for (const owner of [...Object.values(record.services), ...Object.values(record.locations)]) typeHours(owner);
  return record;
}

/** Published schedules as one types them, where they say no more than days and hours. */
function typeHours(owner) {
  const slots = owner.schedules ? slotsOf(rules, owner.schedules) : null;
  if (!slots) return;
  owner.hours = typedWeek(rules, weekOf(slots));
  delete owner.schedules;
}

function beginNew() {
  begin("", {}, true);
  change(["kind"], "ngo");
  newService();
}

/** One more service, with an id that it has until its name makes one. */
function newService() {
  const taken = Object.keys(draft.after.services || {});
  for (let n = 1; taken.includes(asked.service = n > 1 ? `nowa-usluga-${n}` : "nowa-usluga"); n += 1);
  change(["services", asked.service, "publication"], "listed");
}

/** The services that are not in the catalogue yet. */
const added = () => Object.keys(draft.after.services || {}).filter((slug) => !valueAt(draft.before, ["services", slug]));

/** Without an entry in the fragment: whom to correct, or something new. */
function choose() {
  refill(place, made("p", {}, say("choose.lead")), made("ul", {},
    made("li", {}, made("a", { href: place.dataset.search }, say("choose.search"))),
    made("li", {}, made("a", { href: "#nowa=1", "data-new": true }, say("choose.new")))));
}

function chooseService() {
  const listed = Object.entries(draft.after.services).map(([slug, one]) => made("li", {}, made("a", { href: `#o=${draft.id}&s=${slug}` }, one.name)));
  const more = button(say("choose.service"), () => { newService(); first(); }, { "data-new-service": true });
  refill(place, made("h2", {}, draft.after.name), made("ul", {}, ...listed), more);
}

/** All that an organization does, read and confirmed at once. */
function confirmAll() {
  const listed = Object.entries(draft.after.services).map(([slug, one]) => made("li", {}, made("a", { href: `${place.dataset.services}${draft.id}/${slug}/` }, one.name)));
  step(1, draft.after.name, made("p", {}, say("confirm.all")), made("ul", {}, ...listed), made("p", { class: "field-fault", role: "alert", "data-fault": true }),
    made("div", { class: "buttons" }, button(say("next.say"), () => toGrounds(false), { class: "button", "data-next": true }), button(say("confirm.change"), chooseService))).focus();
}

/** What else is added with this service: each can be opened again, and there may be one more. */
function addedPart() {
  const others = added().filter((slug) => slug !== asked.service);
  const open = (slug) => button(valueAt(draft.after, ["services", slug, "name"]) || say("choose.service"), () => { asked.service = slug; first(); });
  return made("div", { class: "buttons" }, ...others.map(open), button(say("choose.more"), () => { newService(); asked.field = "help"; first(); }, { "data-more-service": true }));
}

function step(number, title, ...parts) {
  const head = made("h2", { tabindex: "-1" }, say("step", { n: number, title }));
  refill(place, head, ...parts.filter(Boolean));
  scrollTo(0, 0);
  return head;
}

/** The first step: the field that was asked for is open, the others wait. */
function first() {
  const service = draft.after.services[asked.service];
  const isNew = draft.isNew || !valueAt(draft.before, ["services", asked.service]);
  const groups = [...(draft.isNew ? [organizationGroup(rules, () => {})] : []), ...serviceGroups(rules, asked.service, () => {}), ...(draft.isNew ? [] : [organizationGroup(rules, () => {})])];
  const openFirst = asked.field || (isNew ? (draft.isNew ? "organization" : "help") : "");
  const parts = groups.map((group) => groupPart(group, group.key === openFirst));
  const head = step(1, draft.isNew ? say("new.title") : `${(service && service.name) || say("choose.service")} – ${draft.after.name}`,
    isKept ? made("p", { class: "note" }, say("restored"), " ", button(say("forget"), forget, { "data-forget": true })) : null,
    asked.field === "confirm" ? made("p", {}, say("confirm.lead")) : made("p", { class: "small" }, say("unknownNote")), ...parts.map((one) => one.part), isNew ? addedPart() : null, made("p", { class: "field-fault", role: "alert", "data-fault": true }),
    button(say("next.say"), () => toGrounds(isNew), { class: "button", "data-next": true }));
  const control = (parts.find((one) => one.control) || {}).control;
  if (control) {
    control.focus();
    if (control.select) control.select();
  } else if (asked.field === "confirm") toGrounds(isNew);
  else head.focus();
}

function groupPart({ key, make }, isOpen) {
  const body = made("div");
  const part = made("details", { class: "group", open: isOpen, "data-group": key }, made("summary", {}, say(`group.${key}`)), body);
  let control = null;
  const fill = () => {
    const made_ = make();
    refill(body, ...made_.map((one) => one.part));
    control = made_.map((one) => one.control).find(Boolean) || null;
  };
  if (isOpen) fill();
  part.addEventListener("toggle", () => { if (part.open && !body.childElementCount) fill(); });
  return { part, control };
}

/** What a new organization and each new service must say. */
function missing() {
  const needed = draft.isNew ? [["organization_name", draft.after.name], ["organization_description", draft.after.description]] : [];
  for (const slug of added()) {
    const service = draft.after.services[slug];
    needed.push(["name", service.name], ["description", service.description], ["support_areas", service.support_areas]);
  }
  return [...new Set(needed.filter(([, value]) => !value).map(([key]) => say(`ask.${key}`)))];
}

function toGrounds(isNew) {
  const fault = place.querySelector("[data-fault]");
  const lacking = isNew ? missing() : [];
  fault.dataset.level = "error";
  fault.textContent = faultCount() ? say("next.faults") : lacking.length ? say("next.missing", { what: lacking.join("; ") }) : "";
  if (firstFault()) firstFault().focus();
  if (fault.textContent) return;
  const grounds = groundsPart(asked.field === "confirm");
  step(2, say("grounds.title"), grounds.part, remarkField((text) => { remark = text; }), made("p", { class: "field-fault", role: "alert", "data-fault": true }),
    made("div", { class: "buttons" }, button(say("next.say"), () => toReview(grounds), { class: "button", "data-next": true }), button(say("back"), back))).focus();
}

const back = () => (asked.service ? first() : start());

function toReview(grounds) {
  const answer = grounds.answer();
  if (!answer) return;
  const confirmed = asked.service ? [asked.service] : Object.keys(draft.before.services || {});
  const rows = listOf(finalChanges(), answer, confirmed, remark);
  if (!rows.length) {
    const fault = place.querySelector("[data-fault]");
    fault.dataset.level = "error";
    fault.textContent = say("next.nothing");
    return;
  }
  const sentences = rows.map((row) => inWords(rules, row));
  const areas = [...confirmed, ...added()].flatMap((slug) => valueAt(draft.after, ["services", slug, "support_areas"]) || []);
  const card = cardPreview(rules, asked.service);
  step(3, say("review.title"), made("ul", { "data-changes": true }, ...sentences.map((sentence) => made("li", {}, sentence))),
    card ? made("h3", {}, say("review.card")) : null, card, made("h3", {}, say("send.title")), made("p", {}, say("send.lead")),
    sendingPart({ rows, sentences, subject: say("mail.subject", { name: draft.after.name || "" }), isPrivate: isPrivate(areas) }),
    made("div", { class: "buttons" }, button(say("back"), back), button(say("keep"), keep, { "data-keep": true })), made("p", { role: "status", "data-kept": true })).focus();
}

/** A draft stays on the device only when somebody asks for it. */
function keep() {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ id: draft.id, service: asked.service, after: draft.after }));
    place.querySelector("[data-kept]").textContent = say("kept");
  } catch {
    place.querySelector("[data-kept]").textContent = say("notKept");
  }
}

addEventListener("hashchange", start);
start();
