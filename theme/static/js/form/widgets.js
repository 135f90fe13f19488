/* The controls of the form, each for one place of an entry; what they hold goes into the draft as the rules type it. */

import { change, draft, valueAt } from "./draft.js";
import { button, field, made, newId, refill, say, settings, tellFault } from "./elements.js";
import { foldedText } from "./notation.js";
import { problemsIn, saidProblem, schemaAt, typedValue } from "./rules.js";
import { weekGrid } from "./week.js";

const faults = new Map();

/** How many controls hold what an entry may not hold. */
export const faultCount = () => [...faults.values()].filter(Boolean).length;
export const firstFault = () => ([...faults].find(([control, isWrong]) => isWrong && control.isConnected) || [])[0];
export const forgetFaults = () => faults.clear();

const UNKNOWN = ["nie wiem", "nie wiadomo", "?", say("unknown").toLowerCase()];
/** What somebody typed; that one does not know is an answer, and leaves the place empty. */
const said = (text) => (UNKNOWN.includes(text.trim().toLowerCase()) ? "" : text.replace(/^ +| +$/g, ""));

/** Puts a value into the draft and says under its control what is wrong with it. */
function put(rules, path, control, value, changed) {
  change(path, value);
  const found = value === undefined ? [] : problemsIn(rules, typedValue(rules, schemaAt(rules, path), value), path);
  const isError = found.some((one) => one.level === "error");
  tellFault(control, found.map((one) => { const { message, hint } = saidProblem(rules, one); return `${message}. ${hint ? `${hint[0].toUpperCase()}${hint.slice(1)}.` : ""}`; }), isError, isError ? found[0].code : "");
  faults.set(control, isError);
  changed();
}

export function textWidget(rules, { path, key, long, type }, changed) {
  const control = made(long ? "textarea" : "input", { ...(long ? { rows: "4" } : { type: type || "text" }), autocomplete: "off", "data-path": path.join(".") });
  control.value = valueAt(draft.after, path) || "";
  control.addEventListener("input", () => put(rules, path, control, said(control.value).trim() ? said(control.value) : undefined, changed));
  return { part: field(say(`ask.${key}`), control, { hint: say(`hint.${key}`) }), control };
}

/** One of a few, or not known. */
export function choiceWidget(rules, { path, key, choices, words }, changed) {
  const control = made("select", { "data-path": path.join("."), onchange: () => put(rules, path, control, read(control.value), changed) },
    made("option", { value: "" }, say("unknown")), ...choices.map((choice) => made("option", { value: String(choice) }, say(`${words}.${choice}`))));
  const read = (value) => (value === "" ? undefined : typeof choices[0] === "boolean" ? value === "true" : value);
  const held = valueAt(draft.after, path);
  control.value = held === undefined ? "" : String(held);
  return { part: field(say(`ask.${key}`), control, { hint: say(`hint.${key}`) }), control };
}

/** Several of a few. */
export function ticksWidget(rules, { path, key, choices, words }, changed) {
  const chosen = new Set(valueAt(draft.after, path) || []);
  const boxes = choices.map((choice) => {
    const box = made("input", { type: "checkbox", id: newId(), "data-choice": choice, onchange: () => {
      if (box.checked) chosen.add(choice);
      else chosen.delete(choice);
      put(rules, path, boxes[0].box, chosen.size ? choices.filter((one) => chosen.has(one)) : undefined, changed);
    } });
    box.checked = chosen.has(choice);
    return { box, part: made("div", { class: "tick" }, box, made("label", { for: box.id }, say(`${words}.${choice}`))) };
  });
  return { part: made("fieldset", { class: "field" }, made("legend", {}, say(`ask.${key}`)), ...boxes.map((one) => one.part)), control: boxes[0].box };
}

/** Codes of a vocabulary, looked for by everyday words. */
export function codesWidget(rules, { path, key, vocabulary, single }, changed) {
  const terms = Object.entries(rules.terms[vocabulary]).filter(([, term]) => !term[2]);
  const control = made("input", { type: "text", autocomplete: "off", "data-path": path.join("."), oninput: () => offer() });
  const chosenList = made("ul", { class: "chosen" });
  const offered = made("ul", { class: "offered", "aria-live": "polite" });
  const chosen = () => (single ? [valueAt(draft.after, path)].filter(Boolean) : valueAt(draft.after, path) || []);
  const set = (codes) => { put(rules, path, control, codes.length ? (single ? codes.slice(-1)[0] : codes) : undefined, changed); show(); };
  const nameOf = (code) => (rules.terms[vocabulary][code] || [code])[0];
  function show() {
    refill(chosenList, ...chosen().map((code) => made("li", {}, made("span", {}, nameOf(code)), button(say("remove"), () => { set(chosen().filter((one) => one !== code)); control.focus(); }, { "aria-label": `${say("remove")}: ${nameOf(code)}` }))));
  }
  function offer() {
    const words = foldedText(control.value).split(/\s+/).filter(Boolean);
    const found = words.length ? terms.filter(([code, [name, said]]) => !chosen().includes(code) && words.every((word) => foldedText(`${name}, ${said}`).includes(stem(word)))).slice(0, 8) : [];
    refill(offered, ...found.map(([code, [name]]) => made("li", {}, button(name, () => { control.value = ""; refill(offered); set([...chosen(), code]); control.focus(); }, { "data-code": code }))));
  }
  show();
  return { part: made("div", {}, field(say(`ask.${key}`), control, { hint: say("hint.codes") }), offered, chosenList), control };
}

/** A word without its ending, so that "bezdomnego" finds "bezdomność". */
const stem = (word) => (word.length > 6 ? word.slice(0, -3) : word.length > 4 ? word.slice(0, -1) : word);

export function hoursWidget(rules, { path }, changed) {
  const grid = weekGrid(rules, valueAt(draft.after, path), (typed, isWrong) => {
    change(path, typed);
    faults.set(grid.control, isWrong);
    changed();
  });
  return { part: grid.part, control: grid.control };
}

/** Telephones: each with its number and whose it is; one more, one less. */
export function phonesWidget(rules, { path, isFirst }, changed) {
  const list = made("div", { class: "phones" });
  const first = made("span");
  const phones = () => valueAt(draft.after, path) || (isFirst ? [{}] : []);
  const update = (index, key, value, control) => {
    const next = phones().map((phone, at) => (at === index ? Object.fromEntries(Object.entries({ ...phone, [key]: value }).filter(([, part]) => part !== undefined)) : phone));
    change(path, next.length === 1 && !Object.keys(next[0]).length ? undefined : next);
    const found = problemsIn(rules, next[index], [...path, index]).filter((one) => one.path.slice(-1)[0] === key);
    const isError = found.some((one) => one.level === "error") || (key === "number" && !value && next.length > 1);
    tellFault(control, found.map((one) => { const { message, hint } = saidProblem(rules, one); return `${message}. ${hint ? `(${hint})` : ""}`; }), isError, isError && found.length ? found[0].code : "");
    faults.set(control, isError);
    changed();
  };
  function row(phone, index) {
    const number = made("input", { type: "tel", inputmode: "tel", autocomplete: "off", maxlength: "24", "data-phone": index });
    const label = made("input", { type: "text", autocomplete: "off", maxlength: "120" });
    number.value = phone.number || "";
    label.value = phone.label || "";
    number.addEventListener("input", () => update(index, "number", said(number.value).trim() || undefined, number));
    label.addEventListener("input", () => update(index, "label", said(label.value).trim() || undefined, label));
    const gone = button(say("phone.remove"), () => { change(path, phones().length > 1 ? phones().filter((_, at) => at !== index) : undefined); show(); changed(); }, { "aria-label": `${say("phone.remove")}: ${phone.number || ""}` });
    return made("div", { class: "phone" }, field(say("phone.number"), number, { hint: say("phone.hint") }), field(say("phone.label"), label, { hint: say("phone.labelHint") }), gone);
  }
  function show() {
    for (const control of list.querySelectorAll("input")) faults.delete(control);
    refill(list, ...phones().map(row));
  }
  const more = button(say("phone.add"), () => { change(path, [...phones(), {}]); show(); list.querySelector(".phone:last-child input").focus(); });
  show();
  return { part: made("div", {}, list, more), control: list.querySelector("input") || more, first };
}

/** A list of short texts, one a line. */
export function linesWidget(rules, { path, key }, changed) {
  const control = made("textarea", { rows: "3", "data-path": path.join(".") });
  control.value = (valueAt(draft.after, path) || []).join("\n");
  control.addEventListener("input", () => {
    const lines = control.value.split("\n").map((line) => said(line.trim())).filter(Boolean);
    put(rules, path, control, lines.length ? lines : undefined, changed);
  });
  return { part: field(say(`ask.${key}`), control, { hint: say(`hint.${key}`) }), control };
}

export const isPrivate = (areas) => areas.some((code) => settings.privateAreas.includes(code));
