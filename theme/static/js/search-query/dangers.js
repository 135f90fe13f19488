/* Sentences of danger: order counts in them, and a `not` before what they say takes it away. */

import { inPhrase, number } from "./phrases.js";

/** How many other words may stand between two words of a sentence. */
const BETWEEN = 3;
/** How far before and after a sentence its free words may stand. */
const AROUND = 2;
/** In place of a need: sentences that tell of no danger. */
const CALM = "-";
/** Stands in a sentence where the query ends. */
const END = "$";
/** From so many letters on a mended word alone tells of danger. */
const SURE = 7;
const NOT = /^(nie|не|нет|not|dont|doesnt|didnt|isnt|arent|wasnt|never|no|nigdy|ніколи|никогда|wont|cant|without|bez|без)$/;
/** Words that may stand between `not` and what it denies. */
const PASSED = /^(mnie|mi|mna|sie|go|ja|jej|nas|mu|jestem|jest|jestes|bylem|bylam|jestesmy|mam|be|am|is|are|been|being|to|the|a|my|me|any|em|very|bardzo|мене|мені|меня|мне|себе|є|дуже|очень|juz|żadnej|zadnej|zadnych)$/;

export class Dangers {
  constructor() {
    this.tongues = [];
  }

  /** Makes ready for the sentences of a language. */
  learn(language, terms, families = "", calm = "") {
    const calmTerms = new Set(calm.split(" ").filter(Boolean).map((one) => terms[number(one)]));
    const members = families.split("\n").map((line) => line.split("|").filter(Boolean));
    const tongue = { terms, calm: calmTerms, families: members.map((all) => familyOf(all, terms)), byTerm: new Map(), byForm: new Map(), byFamily: new Map() };
    this.tongues.push(tongue);
    return tongue;
  }

  /** Keeps a sentence by what its first ordered word may be. */
  add(said, need, tongue) {
    const free = said[0] === "*";
    const items = (free ? said.slice(1) : said).split(" ").map((text) => itemOf(text));
    const sentence = { need, free, fixed: items.filter(({ mark }) => mark !== "^"), loose: items.filter(({ mark }) => mark === "^") };
    if (!sentence.fixed.length) [sentence.fixed, sentence.loose] = [sentence.loose, []];
    const [first] = sentence.fixed;
    if (first.form) push(tongue.byForm, first.form, sentence);
    else if (first.family !== undefined) push(tongue.byFamily, first.family, sentence);
    else for (const term of inPhrase(first.text, tongue.terms)) push(tongue.byTerm, term, sentence);
  }

  /** The dangers that a query tells of, each with the words that do, in the order of their codes. One within a longer
      one that would stand after it is left out: who fears for a friend does not speak of themselves. */
  heard(read, codes) {
    const found = this.tongues.flatMap((tongue) => this.heardIn(tongue, read));
    if (found.some(({ need }) => need === CALM)) return [];
    const later = (other, one) => codes.indexOf(other.need) > codes.indexOf(one.need);
    const holds = (other, one) => other.places.size > one.places.size && [...one.places].every((place) => other.places.has(place));
    return found.filter((one) => !found.some((other) => later(other, one) && holds(other, one)));
  }

  heardIn(tongue, read) {
    const spans = tongue.families.map((family) => spansOf(family, read));
    const calm = read.some(({ terms }) => terms.some((term) => tongue.calm.has(term)));
    const begun = new Set(read.flatMap(({ terms }) => terms.flatMap((term) => tongue.byTerm.get(term) || [])));
    for (const { word } of read) for (const one of tongue.byForm.get(word) || []) begun.add(one);
    spans.forEach((where, family) => where.length && (tongue.byFamily.get(family) || []).forEach((one) => begun.add(one)));
    const found = [];
    for (const sentence of begun) {
      if (calm && sentence.need !== CALM && isBare(sentence)) continue;
      const places = placesIn(sentence, read, spans, tongue.terms);
      if (places && !isGuess(places, read)) found.push({ need: sentence.need, places });
    }
    return found;
  }
}

const push = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));

function itemOf(text) {
  if (text === END) return { mark: "~", end: true };
  if (text[0] === "@") return { mark: "", family: number(text.slice(1)) };
  if (text[0] === "^") return { mark: "^", form: text.slice(1) };
  const mark = text[0] === "~" ? "~" : "";
  return { mark, text: text.slice(mark.length) };
}

/** The members of a family: single terms, forms that count alone, phrases as lists of the terms of each word. */
function familyOf(members, terms) {
  const exact = new Set(members.filter((one) => one[0] === "=").map((one) => one.slice(1)));
  const single = new Set(members.filter((one) => !/[ =]/.test(one)).map((one) => terms[number(one)]));
  const phrases = members.filter((one) => one.includes(" ")).map((one) => one.split(" ").map((part) => inPhrase(part, terms)));
  return { single, exact, phrases };
}

/** Where members of a family stand: first and last word of each. */
function spansOf({ single, exact, phrases }, read) {
  const found = [];
  read.forEach(({ raw, exactly, terms }, place) => {
    if (exact.has(raw) || exactly(exact) || terms.some((term) => single.has(term))) found.push([place, place]);
    for (const phrase of phrases) {
      const fits = phrase.every((part, step) => read[place + step] && read[place + step].terms.some((term) => part.includes(term)));
      if (fits) found.push([place, place + phrase.length - 1]);
    }
  });
  return found;
}

/** Where the words of a sentence stand, or nothing where one is missing, too far away or denied. */
function placesIn({ fixed, loose, free }, read, spans, terms) {
  const where = (item) => {
    if (item.end) return [Object.assign([read.length, read.length], { end: read.length })];
    if (item.form) return read.flatMap(({ word }, place) => (word === item.form ? [[place, place]] : []));
    return item.family !== undefined ? spans[item.family] : standing(inPhrase(item.text, terms), read);
  };
  const all = fixed.map(where);
  if (all.some((spot) => !spot.length)) return null;
  for (const first of all[0]) {
    const found = free ? gathered(first, all) : inOrder([first], all, 1, read);
    if (!found || found.some((spot, step) => fixed[step].mark !== "~" && isDenied(spot[0], found, read))) continue;
    const places = new Set(found.flatMap(([from, to]) => range(from, to)));
    if (addLoose(places, loose.map(where))) return places;
  }
  return null;
}

const standing = (parts, read) => read.flatMap(({ terms }, place) => (terms.some((term) => parts.includes(term)) ? [[place, place]] : []));
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, step) => from + step);

/** The next words of a sentence, each after the one before it and not far from it; `not` stands before what it denies. */
function inOrder(found, all, step, read) {
  if (step === all.length) return found;
  const last = found[found.length - 1][1];
  for (const spot of all[step]) {
    if (spot[0] <= last || spot[0] - last - 1 > (spot[0] === spot.end ? 0 : BETWEEN)) continue;
    if (NOT.test(read[last].word) && !read.slice(last + 1, spot[0]).every(({ word }) => PASSED.test(word))) continue;
    const more = inOrder([...found, spot], all, step + 1, read);
    if (more) return more;
  }
  return null;
}

/** The words of a sentence in any order, none twice, all near the first. */
function gathered(first, all) {
  const found = [first];
  for (const spots of all.slice(1)) {
    const near = spots.filter(([from, to]) => Math.abs(from - first[0]) <= all.length + BETWEEN && !found.some((one) => from <= one[1] && to >= one[0]));
    if (!near.length) return null;
    found.push(near.reduce((a, b) => (Math.abs(b[0] - first[0]) < Math.abs(a[0] - first[0]) ? b : a)));
  }
  return found;
}

/** Adds free words that stand near enough; false where one is missing. */
function addLoose(places, all) {
  const [from, to] = [Math.min(...places), Math.max(...places)];
  return all.every((spots) => {
    const near = spots.find(([place]) => place >= from - AROUND && place <= to + AROUND && !places.has(place));
    if (near) places.add(near[0]);
    return Boolean(near);
  });
}

/** Whether a `not` that the sentence does not speak of stands before a word. */
function isDenied(place, found, read) {
  let before = place - 1;
  while (before >= 0 && PASSED.test(read[before].word)) before -= 1;
  return before >= 0 && NOT.test(read[before].word) && !found.some(([from, to]) => before >= from && before <= to);
}

/** Whether a sentence is a word or two without who, whom or `not`: whoever says them may only speak about them. */
const isBare = ({ fixed, loose }) =>
  loose.every(({ form }) => form === "sie") && fixed.filter(({ mark }) => !mark).length < 3 && fixed.every(({ family }) => family === undefined);

/** Whether one short word that was mended is all that a danger is seen in. */
const isGuess = (places, read) => places.size === 1 && [...places].every((place) => read[place].mended.length && read[place].word.length < SURE);
