/* Opening hours: typed text to days and minutes and back, by the same rules as the program. */

const SPAN = /^(\d{1,2})(?:[:.](\d{2}))?\s*-\s*(\d{1,2})(?:[:.](\d{2}))?$/;

/** Typed hours as `{days, opens, closes}` (days from 0, minutes), or null where a part is not understood. */
export function readHours(rules, typed) {
  const text = typed.trim().toLowerCase().replace(/[–—]/g, "-");
  if (rules.hours.allHours.includes(text)) return [{ days: [0, 1, 2, 3, 4, 5, 6], opens: 0, closes: 1440 }];
  const parts = text.replace(/^[ ;]+|[ ;]+$/g, "").split(/[;\n]/).map((part) => readPart(rules, part.trim()));
  return parts.includes(null) ? null : parts.flat();
}

function readPart(rules, part) {
  const found = /^(\D*)(\d.*)$/s.exec(part);
  const days = found && readDays(rules, found[1]);
  const spans = found ? pieces(found[2]).map(readSpan) : [];
  return days && days.length && spans.length && !spans.includes(null) ? spans.map((span) => ({ days, ...span })) : null;
}

const pieces = (text) => text.replace(/(^|[^\p{L}\p{N}_])i(?![\p{L}\p{N}_])/gu, "$1,").split(",");

function readDays(rules, text) {
  const named = text.trim().replace(/^[ :]+|[ :]+$/g, "");
  if (rules.hours.everyDay.includes(named)) return [0, 1, 2, 3, 4, 5, 6];
  const number = (name) => rules.hours.names.findIndex((names) => names.includes(name.trim().replace(/^[ .]+|[ .]+$/g, "")));
  const chosen = new Set();
  for (const piece of pieces(named)) {
    const ends = piece.split("-").map(number);
    if (ends.length > 2 || ends.includes(-1)) return null;
    for (let day = ends[0]; ; day = (day + 1) % 7) {
      chosen.add(day);
      if (day === ends.slice(-1)[0]) break;
    }
  }
  return [...chosen].sort();
}

function readSpan(text) {
  const found = SPAN.exec(text.trim());
  if (!found) return null;
  const [opens, closes] = [Number(found[1]) * 60 + Number(found[2] || 0), Number(found[3]) * 60 + Number(found[4] || 0)];
  const wrong = opens >= 1440 || closes > 1440 || Number(found[2] || 0) > 59 || Number(found[4] || 0) > 59 || opens === closes;
  return wrong ? null : { opens, closes };
}

const clock = (minutes) => `${Math.floor(minutes / 60)}${minutes % 60 ? `:${String(minutes % 60).padStart(2, "0")}` : ""}`;
export const fullClock = (minutes) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

/** Seven lists of `{opens, closes}`, one for each day. */
export function weekOf(slots) {
  const week = Array.from({ length: 7 }, () => new Map());
  for (const { days, opens, closes } of slots) for (const day of days) week[day].set(`${opens}-${closes}`, { opens, closes });
  return week.map((day) => [...day.values()].sort((one, other) => one.opens - other.opens || one.closes - other.closes));
}

/** A week as one types it: days of the same hours stand together. */
export function typedWeek(rules, week, dash = "-", time = clock) {
  const groups = new Map();
  week.forEach((spans, day) => {
    if (!spans.length) return;
    const said = spans.map(({ opens, closes }) => `${time(opens)}${dash}${time(closes)}`).join(", ");
    groups.set(said, [...(groups.get(said) || []), day]);
  });
  return [...groups].map(([said, days]) => `${namedDays(rules, days, dash)} ${said}`).join("; ");
}

function namedDays(rules, days, dash) {
  const name = (day) => rules.hours.names[day][0];
  const runs = [];
  for (const day of days) {
    if (runs.length && day === runs.slice(-1)[0].slice(-1)[0] + 1) runs.slice(-1)[0].push(day);
    else runs.push([day]);
  }
  return runs.map((run) => (run.length > 2 ? `${name(run[0])}${dash}${name(run.slice(-1)[0])}` : run.map(name).join(", "))).join(", ");
}

/** Published schedules as slots; null where they say more than days and hours. */
export function slotsOf(rules, schedules) {
  const minutes = (text) => { const [hour, minute] = text.split(":"); return Number(hour) * 60 + Number(minute); };
  const plain = schedules.every((one) => Object.keys(one).every((key) => ["byday", "opens_at", "closes_at"].includes(key)));
  return plain
    ? schedules.map((one) => ({ days: one.byday.map((day) => rules.hours.days.indexOf(day)), opens: minutes(one.opens_at), closes: minutes(one.closes_at) }))
    : null;
}
