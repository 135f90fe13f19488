/* A week of opening hours: seven rows to fill, and in words what they will be read as. */

import { button, field, made, newId, say, tellFault } from "./elements.js";
import { fullClock, readHours, typedWeek, weekOf } from "./hours.js";

const ROWS = 2;

/** The grid; `told(text)` is called with the typed hours, with `undefined` where none are known. */
export function weekGrid(rules, typed, told) {
  const week = typed ? weekOf(readHours(rules, typed) || []) : Array.from({ length: 7 }, () => []);
  const text = made("input", { type: "text", autocomplete: "off", maxlength: "300", "data-hours": true });
  text.value = typed || "";
  const read = made("p", { class: "week-read", role: "status" });
  const rows = week.map((spans, day) => dayRow(rules, day, spans, () => fromRows()));
  const grid = made("details", { class: "week" }, made("summary", {}, say("hours.grid")), ...rows.map((row) => row.part));

  function fromRows() {
    const filled = rows.map((row) => row.spans());
    const wrong = filled.some((spans) => spans.includes(null));
    if (!wrong) text.value = typedWeek(rules, filled);
    tell(wrong);
  }
  function fromText() {
    const slots = text.value.trim() ? readHours(rules, text.value) : [];
    if (slots) weekOf(slots).forEach((spans, day) => rows[day].fill(spans));
    tell(false);
  }
  function tell(isWrong) {
    const slots = text.value.trim() ? readHours(rules, text.value) : [];
    const wrong = isWrong || slots === null;
    read.textContent = wrong || !slots.length ? "" : say("hours.read", { hours: typedWeek(rules, weekOf(slots), "–", fullClock) });
    tellFault(text, wrong ? [say("hours.wrong")] : [], true);
    told(text.value.trim() || undefined, wrong);
  }
  text.addEventListener("input", fromText);
  const part = made("div", {}, field(say("hours.label"), text, { hint: say("hours.hint") }), read, grid);
  return { part, control: text, start: () => tell(false) };
}

function dayRow(rules, day, spans, changed) {
  const name = say(`day.${rules.hours.days[day]}`);
  const inputs = Array.from({ length: ROWS * 2 }, (_, place) =>
    made("input", { type: "text", inputmode: "numeric", maxlength: "5", size: "5", autocomplete: "off", id: newId(), "aria-label": `${name}, ${say(place % 2 ? "hours.to" : "hours.from")}${place > 1 ? ` (${say("hours.second")})` : ""}`, oninput: changed }));
  const row = made("div", { class: "week-day", role: "group", "aria-label": name }, made("span", { class: "week-name" }, name), ...inputs);
  const fill = (given) => inputs.forEach((input, place) => {
    const span = given[Math.floor(place / 2)];
    if (document.activeElement !== input) input.value = span ? fullClock(place % 2 ? span.closes : span.opens) : "";
  });
  fill(spans);
  return { part: row, fill, spans: () => pairs(inputs.map((input) => input.value.trim())) };
}

function pairs(values) {
  const found = [];
  for (let place = 0; place < values.length; place += 2) {
    const [opens, closes] = [minutesOf(values[place]), minutesOf(values[place + 1])];
    if (opens === undefined && closes === undefined) continue;
    found.push(opens === undefined || closes === undefined || opens === null || closes === null || opens === closes || opens >= 1440 ? null : { opens, closes });
  }
  return found;
}

function minutesOf(text) {
  if (!text) return undefined;
  const found = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text);
  const minutes = found ? Number(found[1]) * 60 + Number(found[2] || 0) : null;
  return minutes === null || minutes > 1440 || Number(found[2] || 0) > 59 ? null : minutes;
}

export const clearing = (press) => button(say("unknown"), press, { "data-unknown": true });
