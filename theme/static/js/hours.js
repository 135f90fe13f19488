/* Says of confirmed hours what holds now, by the clock in Poland; what is no longer sure (age.js) is not told.
   Days are counted from 1970, times in minutes; a span is [days, from, to, first, last, group, irregular]. */

import { keepTrue } from "./age/waking.js";

const DAY = 1440;
const HORIZON = 7;
const page = document.documentElement;
const calendar = (day) => new Date(day * 864e5);
const weekday = (day) => (day + 3) % 7;

function inSeason(season, day) {
  if (!season) return true;
  const date = calendar(day);
  const now = (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
  const [first, last] = season.map(([month, number]) => month * 100 + number);
  return first <= last ? first <= now && now <= last : now >= first || now <= last;
}

function seasonStart([[month, number]], day) {
  const date = calendar(day);
  const passed = (date.getUTCMonth() + 1) * 100 + date.getUTCDate() >= month * 100 + number;
  return Date.UTC(date.getUTCFullYear() + passed, month - 1, number) / 864e5;
}

const within = (pause, day) => Boolean(pause) && pause[0] <= day && (!pause[1] || day <= pause[1]);
const applies = (span, day) => !(span[3] && day < span[3]) && !(span[4] && day > span[4]);

function openings(table, free, from) {
  const found = [];
  for (let day = from; day < from + HORIZON + 2; day++) {
    const off = free.has(day);
    if ((off && table.holidays === "closed") || !inSeason(table.season, day) || within(table.closed, day)) continue;
    const unsure = (off && table.holidays === "unknown") || within(table.changed, day);
    for (const span of table.spans || []) {
      if ((span[0] >> weekday(day)) & 1 && applies(span, day)) {
        found.push({ start: day * DAY + span[1], end: day * DAY + span[2], group: span[5], sure: !unsure && !span[6] });
      }
    }
  }
  return found.sort((one, other) => one.start - other.start || Boolean(one.group) - Boolean(other.group));
}

/** What holds at a minute: [kind, until (a minute, or null), group]. Unknown is never closed. */
function state(table, free, now) {
  const day = Math.floor(now / DAY);
  if (within(table.closed, day)) return ["temporarily_closed", table.closed[1] ? (table.closed[1] + 1) * DAY : null, ""];
  if (within(table.changed, day)) return ["unknown", null, ""];
  const near = openings(table, free, day - 1);
  const here = near.filter(({ start, end }) => start <= now && now < end);
  const sure = here.filter((one) => one.sure);
  if (sure.length) {
    const { group } = sure.find((one) => !one.group) || sure[0];
    let { end } = sure.find((one) => one.group === group);
    for (const one of near) if (one.sure && (!one.group || one.group === group) && one.start <= end) end = Math.max(end, one.end);
    return ["open", end < (day + HORIZON) * DAY ? end : null, group];
  }
  if (here.length || (table.holidays === "unknown" && free.has(day))) return ["unknown", null, ""];
  if (!inSeason(table.season, day)) return ["out_of_season", seasonStart(table.season, day) * DAY, ""];
  if (!(table.spans || []).some((span) => applies(span, day))) return [table.arranged ? "by_arrangement" : "unknown", null, ""];
  const next = near.find((one) => one.sure && one.start > now);
  return next ? ["closed", next.start, next.group] : ["closed", null, ""];
}

const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Warsaw", hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" });

/** The clock on the wall in Poland, in minutes from 1970. */
function wall(moment) {
  const { year, month, day, hour, minute } = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]));
  return Date.UTC(year, month - 1, day, hour, minute) / 6e4;
}

const named = new Intl.DateTimeFormat(page.lang, { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" });

function when(until, now, words) {
  const days = Math.floor(until / DAY) - Math.floor(now / DAY);
  const time = `${Math.floor((until % DAY) / 60)}${page.lang === "pl" ? "." : ":"}${String(until % 60).padStart(2, "0")}`;
  const near = [words.today, words.tomorrow][days];
  return [near === undefined ? named.format(until * 6e4) : near, time].filter(Boolean).join(" ");
}

function sentence([kind, until, group], now, words) {
  const names = { by_arrangement: "arranged", out_of_season: "season", temporarily_closed: "paused" };
  const name = names[kind] || kind;
  const ends = kind === "temporarily_closed" ? until - DAY : until;
  const far = name === "season" || name === "paused";
  const time = until && (far ? named.format(ends * 6e4) : kind === "open" && until - now < DAY ? when(until, until, { today: "" }) : when(until, now, words));
  const said = (until && words[`${name}Until`]) || words[name];
  return said.replace("{time}", time) + (group ? ` (${group})` : "");
}

/** Whether it is open now or opens before the day ends. */
const opensToday = ([kind, until], now) => kind === "open" || (kind === "closed" && until !== null && Math.floor(until / DAY) === Math.floor(now / DAY));

function tick(words, free, today) {
  const now = wall(new Date());
  const read = Math.floor(now / DAY);
  const stale = read - today > HORIZON || read < today;
  for (const line of document.querySelectorAll("[data-live]")) {
    const card = line.closest("[data-service]");
    const over = stale || card.dataset.level !== "confirmed";
    const found = over ? null : state(JSON.parse(line.dataset.live), free, now);
    line.hidden = over;
    if (found) line.textContent = sentence(found, now, words);
    const open = (card.dataset.openAt || "").split(" ");
    card.dataset.czynne = over ? "" : [...open, ...(found[0] === "open" ? ["teraz"] : []), ...(opensToday(found, now) ? ["dzis"] : [])].join(" ").trim();
  }
}

function start() {
  const given = document.querySelector("[data-live-words]");
  if (!given) return;
  const words = given.dataset;
  const today = Date.parse(words.day) / 864e5;
  const free = new Set(words.holidays.split(" ").filter(Boolean).map(Number));
  keepTrue(() => tick(words, free, today), "[data-live]");
}

globalThis.serviceHours = { state, wall };
start();
