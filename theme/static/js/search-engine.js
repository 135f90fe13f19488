/* Ranks services for a query: `search(query) → [{ id, score, unfit, near }]`, best first, with what was understood beside it. */

import { askerOf } from "./search-engine/asker.js";
import { Found } from "./search-engine/found.js";
import { KNOWN } from "./search-engine/learnt.js";
import { also, grouped, isGap, isPlace, isWhat, spokenMost } from "./search-engine/meaning.js";
import { Postings, Scores } from "./search-engine/postings.js";
import { WEIGHT } from "./search-engine/weights.js";

const COMPLETIONS = 40;
const LONGEST = 200;
/** A mended slip is told where it changed one of so many answers. */
const TOLD = 5;
/** Of so many needs at the beginning of their list somebody dies within minutes. */
const DEADLY = 3;

export class Engine {
  constructor(data, { Words, Thesaurus, fetchPart, ...reading }) {
    this.ids = data.services.split(" ");
    this.needs = data.needs;
    this.ask = new Map();
    this.words = new Words();
    this.thesaurus = new Thesaurus(this.words, reading);
    this.fold = reading.fold;
    this.postings = new Postings(this.words, this.ids.length, data.levels, data.parts, fetchPart);
    this.ages = new Map(data.ages.split(" ").filter(Boolean).map((one) => agesOf(one)));
    this.learn(data);
    this.broader = new Map(data.broader.split(" ").filter(Boolean).map((pair) => pair.split(">").map((code) => this.words.codes[parseInt(code, 36)])));
    this.names = { called: () => new Map() };
    this.sorted = [...this.words.services.keys()].map((term) => [reading.fold(term), term]).sort(byPlain);
  }

  /** Learns what the speakers of one more language say. */
  learn(pack) {
    this.ask.set(pack.language, pack.ask);
    return this.thesaurus.learn(pack);
  }

  /** Learns what can wait: what things are called, words of translated texts, and ordinary words that are no slips. */
  learnLater({ words, names, numbers }, Names) {
    this.names = new Names(names, numbers, this.words.learn(words));
    this.postings.forget();
  }

  /** As `search`, once the parts of the index that it asks for are here. */
  async find(query, options) {
    let found = this.search(query, options);
    while (await this.postings.fetchMissing()) found = this.search(query, options);
    return found;
  }

  /** Services for a query, best first. `literal` takes words as typed. The list also has `mended`, `also`, `needs`,
      `gap`: whether nobody gives what is asked for, and `heard`: as much of the query as was read. */
  search(query, { literal = false } = {}) {
    const heard = [...query.slice(0, 2 * LONGEST)].slice(0, LONGEST).join("");
    const read = this.thesaurus.read(heard, literal, (word) => this.words.services.has(word));
    const dangers = this.thesaurus.dangers.heard(read, Object.keys(this.needs));
    const needs = this.inOrder(dangers);
    const spoken = literal ? [] : this.inNeed(dangers, this.thesaurus.recognised(read), read.length);
    const found = this.weighed(read, spoken, heard, literal);
    const ranked = found.ranked(literal ? [] : needs.flatMap((need) => this.needs[need] || []), this.ids);
    const meant = spoken.filter(({ inside }) => !inside);
    const known = found.known(ranked, this.ids);
    const gap = !literal && !needs.length && ((found.gap && !found.isNamed()) || known < KNOWN);
    return Object.assign(ranked, { needs, gap, known, place: found.place, mended: this.mended(read, ranked), also: also(meant), spoken: meant, heard });
  }

  /** The needs that were heard, by what one dies of first; among the first ones what was said at more length. */
  inOrder(dangers) {
    const said = (need) => Math.max(0, ...dangers.filter((one) => one.need === need).map(({ places }) => places.size));
    const all = Object.keys(this.needs);
    const deadly = all.slice(0, DEADLY).sort((a, b) => said(b) - said(a));
    return [...deadly, ...all.slice(DEADLY)].filter((need) => said(need));
  }

  /** What was recognised, and what a danger leads to that none of it tells of; the end of a query is a place without a word. */
  inNeed(dangers, recognised, words) {
    const told = new Set(recognised.map(({ entry }) => entry.need));
    const others = dangers.filter(({ need }, place) => !told.has(need) && this.thesaurus.ofNeed.has(need) && dangers.findIndex((one) => one.need === need) === place);
    return [...recognised, ...others.map(({ need, places }) => ({ entry: this.thesaurus.ofNeed.get(need), places: new Set([...places].filter((place) => place < words)), inside: false }))];
  }

  /** All that a query says for and against each service. */
  weighed(read, spoken, heard, literal) {
    const meant = spoken.filter(({ inside }) => !inside);
    const found = new Found(this.ids.length, read);
    for (const [place, word] of read.entries()) this.addWord(found, place, word, meant, literal);
    for (const one of spoken) this.addEntry(found, one);
    found.names = this.names.called(read, heard, meant.some(({ entry }) => isWhat(entry)));
    if (literal) return found;
    if (meant.length) found.ask = this.ask.get(spokenMost(meant));
    found.gap = isGap(meant);
    found.asker = askerOf(read, spoken);
    found.turned = this.turnedAway(found.asker, meant);
    this.holdBack(found, spoken);
    return found;
  }

  /** Adds what one word says by itself: its forms, as the beginning of longer words, its family. */
  addWord(found, place, { terms, mended, weak, last, word }, meant, literal) {
    if (weak) return;
    const used = meant.some(({ entry, places }) => places.has(place) && (places.size > 1 || !isWhat(entry)));
    const much = (mended.length ? WEIGHT.mended : WEIGHT.form) * (used ? WEIGHT.used : 1);
    const alternatives = new Map(terms.map((term) => [term, [much, mended.length ? "mended" : "form"]]));
    if (!literal) this.widen(alternatives, { terms, last, word, much });
    for (const [term, [weight, why]] of alternatives) {
      this.postings.each(term, (service, score) => found.word(service, place, Math.min(WEIGHT.mostOfWord, weight * score), why));
    }
    if (!meant.some(({ places }) => places.has(place))) this.addStreet(found, place, terms);
  }

  /** A word of an address tells where; one that says nothing else says only that. */
  addStreet(found, place, terms) {
    const only = !terms.some((term) => this.words.services.has(term));
    for (const term of terms) this.postings.each(`@${term}`, (service) => found.near(service, only ? [place] : []));
  }

  widen(alternatives, { terms, last, word, much }) {
    const offer = (term, weight, why) => {
      if (!alternatives.has(term)) alternatives.set(term, [weight, why]);
    };
    const unknown = !terms.some((term) => this.words.services.has(term));
    if (word.length >= 3 && last && unknown) {
      for (const term of this.beginning(word)) offer(term, much * WEIGHT.begins * Math.min(1, word.length / term.length), "begins");
    }
    for (const term of terms) {
      const plain = this.fold(term);
      const start = plain.slice(0, Math.max(5, Math.ceil(plain.length * 0.62)));
      if (start.length >= 5) for (const other of this.beginning(start)) offer(other, much * WEIGHT.family, "family");
    }
  }

  /** Adds what an entry of the thesaurus leads to, shared among the words of the query that speak it. */
  addEntry(found, { entry, places, inside }) {
    if (isPlace(entry)) {
      found.place = [...(found.place || []), ...entry.codes];
      for (const code of entry.codes) this.postings.each(code, (service) => found.near(service, places));
      return;
    }
    const much = (inside ? WEIGHT.inside : 1) * Math.sqrt(places.size);
    const score = this.scoreOf(entry);
    if (isWhat(entry)) found.isAsked = true;
    for (const service of score.services) found.entry(service, places, much * score.of[service], isWhat(entry));
  }

  /** What an entry says of each service: the forms it leads to first say most. */
  scoreOf(entry) {
    const score = new Scores(this.ids.length);
    for (const [kind, codes] of grouped(entry.codes)) {
      const best = new Scores(this.ids.length);
      codes.forEach((code, rank) => this.eachOf(code, (service, worth) => best.most(service, worth * WEIGHT.next ** rank)));
      for (const service of best.services) score.add(service, WEIGHT.codes * WEIGHT.of[kind] * best.of[service]);
    }
    for (const words of entry.words) this.addWords(words, score);
    return score;
  }

  /** Words that an entry leads to count where all of them stand. */
  addWords(words, score) {
    const parts = words.split(" ").map((word) => {
      const worth = new Scores(this.ids.length);
      for (const term of this.thesaurus.terms(word)) this.postings.each(term, (service, one) => worth.most(service, one));
      return worth;
    });
    for (const service of parts.length ? parts[0].services : []) {
      if (!parts.every(({ of }) => of[service])) continue;
      const mean = parts.reduce((sum, { of }) => sum + of[service], 0) / parts.length;
      score.add(service, WEIGHT.words * mean);
    }
  }

  /** The services of a code with what it is worth, or the one service that an entry names. */
  eachOf(code, tell) {
    if (code[0] === "=") tell(Number(code.slice(1)), WEIGHT.named);
    else this.postings.each(code.replace("+", ""), tell);
  }

  /** The services that turn the asker away, each with the first reason. */
  turnedAway({ kinds, age }, meant) {
    const turned = new Map();
    const add = (service, why) => turned.has(service) || turned.set(service, why);
    for (const kind of kinds) for (const service of this.postings.of(`x:${kind}`).services) add(service, kind);
    for (const [service, [least, most]] of age === null ? [] : this.ages) if (age < least || age > most) add(service, "age");
    const places = meant.filter(({ entry }) => isPlace(entry)).flatMap(({ entry }) => entry.codes);
    const here = places.map((code) => this.postings.has(code));
    for (const service of places.length ? this.postings.of("x:districts").services : []) if (!here.some((has) => has(service))) add(service, "districts");
    return turned;
  }

  /** What is for certain groups of people of which the query does not speak, hard to reach or long unconfirmed. */
  holdBack(found, spoken) {
    const asked = new Set(spoken.flatMap(({ entry }) => entry.codes.filter((code) => code[0] === "u")));
    for (const code of asked) if (this.broader.has(code)) asked.add(this.broader.get(code));
    const theirs = [...asked].map((code) => this.postings.has(code));
    const held = Object.keys(WEIGHT.held).map((code) => [this.postings.worth(`x:${code}`), 1 - WEIGHT.held[code], code in WEIGHT.theirs ? WEIGHT.theirs[code] : 1]);
    found.heldBack = (service) => {
      const isTheirs = theirs.some((has) => has(service));
      return held.reduce((left, [worth, loss, share]) => left * (1 - loss * worth(service) * (isTheirs ? share : 1)), 1);
    };
  }

  /** The terms of the index that begin so, without regard to marks. */
  beginning(start) {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle][0] < start) low = middle + 1;
      else high = middle;
    }
    const found = [];
    while (found.length < COMPLETIONS && low < this.sorted.length && this.sorted[low][0].startsWith(start)) found.push(this.sorted[low++][1]);
    return found;
  }

  /** Whether mending a slip changed the first answers. */
  isChanged(read, ranked) {
    const known = read.filter(({ mended }) => !mended.length).map(({ raw }) => raw).join(" ");
    const without = known ? this.search(known) : [];
    return ranked.slice(0, TOLD).some(({ id }, place) => !without[place] || without[place].id !== id);
  }

  /** Slips that were mended, with the word that was taken instead; words that hurt are not said. */
  mended(read, ranked) {
    if (!read.some(({ mended }) => mended.length) || !this.isChanged(read, ranked)) return [];
    return read.filter(({ mended }) => mended.length).map(({ word, mended: [near] }) => {
      const hurts = near.lemmas.some(({ term }) => this.thesaurus.hurtful.has(term));
      const known = near.lemmas.find(({ said }) => said);
      return { word, instead: hurts ? "" : known ? known.said : near.form };
    });
  }

  /** The services of a term. */
  posting(term) {
    return [...this.postings.of(term).services];
  }
}

const byPlain = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);

function agesOf(text) {
  const [service, limits] = text.split(":");
  const [least, most] = limits.split("-");
  return [parseInt(service, 36), [Number(least), most ? Number(most) : Infinity]];
}
