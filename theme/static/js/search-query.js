/* What a query may mean: its words with their lemmas, mended slips, and the entries of the thesaurus it speaks. */

import { Dangers } from "./search-query/dangers.js";
import { inPhrase, looseParts, number, placesInOrder, placesOf } from "./search-query/phrases.js";

const MOST = 40;
const MARKS = /[ąćęłńóśźż]/i;

/** What people say, ready to be recognised in any form and order. */
export class Thesaurus {
  constructor(words, { fold, spoken }) {
    this.words = words;
    this.fold = fold;
    this.spoken = spoken;
    this.stop = new Set();
    this.entries = [];
    this.hurtful = new Set();
    this.phrases = new Map();
    this.dangers = new Dangers();
    this.ofNeed = new Map();
  }

  /** Learns what the speakers of one language say, each phrase by the terms its first word may be; tells the terms of its words. */
  learn({ language, stop, entries, words, families, calm }) {
    for (const word of stop.split(" ")) this.stop.add(word);
    const terms = this.words.learn(words);
    const tongue = this.dangers.learn(language, terms, families, calm);
    for (const line of entries.split("\n").filter(Boolean)) {
      const [codes, said, leads, need, kind = ""] = line.split("\t");
      const entry = {
        language, need, words: list(leads, "|"), codes: list(codes, " ").map((code) => this.named(code)),
        hidden: kind.includes("h"), manner: kind.includes("m"), gap: /[gn]/.test(kind), nowhere: kind.includes("n"),
      };
      const place = this.entries.push(entry) - 1;
      for (const phrase of list(said, "|")) this.add(phrase, place, entry, terms, tongue);
    }
    return terms;
  }

  /** A code by its number; `+` stands before what may help too, `=` before the number of a service. */
  named(code) {
    if (code[0] === "=") return code;
    const mark = code[0] === "+" ? "+" : "";
    return mark + this.words.codes[number(code.slice(mark.length))];
  }

  add(said, place, entry, terms, tongue) {
    if (entry.need) this.dangers.add(said, entry.need, tongue);
    if (entry.need && entry.codes.length && !this.ofNeed.has(entry.need)) this.ofNeed.set(entry.need, entry);
    if (entry.need && !entry.codes.length && !entry.words.length) return;
    const parts = entry.need ? looseParts(said) : said.split(" ");
    if (parts.length && !said.includes("@")) this.addPhrase(parts, place, entry, terms);
  }

  addPhrase(parts, place, { hidden }, terms) {
    const phrase = { parts, terms, place };
    for (const term of inPhrase(parts[0], terms)) {
      if (hidden && parts.length === 1) this.hurtful.add(term);
      const here = this.phrases.get(term);
      if (here) here.push(phrase);
      else this.phrases.set(term, [phrase]);
    }
  }

  /** The terms that a word in small letters without diacritics may be. */
  terms(word) {
    const found = this.words.lemmas(word).map((lemma) => lemma.term);
    return found.length ? [...new Set(found)] : [word];
  }

  /** Whether all that a word may be says little by itself. */
  isWeak(lemmas) {
    return lemmas.length > 0 && lemmas.every(({ term }) => this.words.weak.has(term));
  }

  /** Words of a query; those that say nothing only count inside a phrase, and one that is no form of any is mended. */
  read(query, literal, has) {
    const typed = this.spoken(query).slice(0, MOST);
    const marked = MARKS.test(query);
    const all = typed.map((raw) => {
      const word = this.fold(raw);
      return { raw, word, lemmas: this.words.meant(word, raw, marked) };
    });
    const silent = all.every(({ word }) => this.stop.has(word)) ? new Set() : this.stop;
    const allWeak = all.every(({ word, lemmas }) => silent.has(word) || this.isWeak(lemmas));
    return all.map((one, place) => this.readWord(one, place === all.length - 1, { literal, has, silent, allWeak, marked }));
  }

  readWord({ raw, word, lemmas }, last, { literal, has, silent, allWeak, marked }) {
    const known = lemmas.length > 0 || has(word) || silent.has(word);
    const mended = known || literal || /\p{N}/u.test(word) ? [] : this.words.instead(word);
    const read = mended.length ? mended.flatMap((near) => near.lemmas) : lemmas;
    const terms = new Set(read.map((lemma) => lemma.term));
    if (!terms.size) terms.add(word);
    const weak = silent.has(word) || (this.isWeak(read) && !allWeak);
    const exactly = (forms) => !marked && [...forms].some((form) => this.fold(form) === word);
    return { raw, word, terms: [...terms], mended, weak, silent: silent.has(word), known, exactly, last };
  }

  /** The entries that a query speaks: each with the words it uses; one that is part of a longer phrase counts less.
      What says how and not what is only heard where nothing else is said. */
  recognised(read) {
    const found = this.found(read);
    const all = [...found].map(([place, places]) => ({ entry: this.entries[place], places }));
    const told = all.map((one) => ({ ...one, inside: all.some((other) => isWithin(one.places, other.places)) }));
    const manner = new Set(told.filter(({ entry, inside }) => entry.manner && !inside).flatMap(({ places }) => [...places]));
    const isOfManner = ({ entry, places }) => entry.manner || [...places].every((place) => manner.has(place));
    const says = told.some((one) => !isOfManner(one) && !isAsker(one.entry)) || read.some((one, place) => !manner.has(place) && this.tells(one));
    if (!manner.size || !says) return told;
    for (const place of manner) Object.assign(read[place], { silent: true, weak: true, isManner: true });
    return told.filter((one) => !isOfManner(one) || isAsker(one.entry));
  }

  /** Whether a word by itself says what somebody needs: it stands with services. */
  tells({ weak, terms, mended }) {
    return !weak && !mended.length && terms.some((term) => this.words.services.has(term));
  }

  found(read) {
    const at = new Map();
    read.forEach(({ terms }, place) => terms.forEach((term) => at.set(term, [...(at.get(term) || []), place])));
    let before = 0;
    const rank = read.map(({ silent }) => (silent ? before : before++));
    const found = new Map();
    for (const term of at.keys()) {
      for (const { parts, terms, place } of this.phrases.get(term) || []) {
        const entry = this.entries[place];
        const inOrder = entry.manner || isAsker(entry);
        const places = inOrder ? placesInOrder(parts, terms, read) : placesOf(parts, terms, at, rank);
        if (!places || (!inOrder && places.size === 1 && read[[...places][0]].weak)) continue;
        if (entry.gap) found.set(place, new Set([...(found.get(place) || []), ...places]));
        else if (places.size >= (found.has(place) ? found.get(place).size : 1)) found.set(place, places);
      }
    }
    return found;
  }
}

const list = (text, mark) => (text ? text.split(mark) : []);
const isWithin = (few, many) => few.size < many.size && [...few].every((place) => many.has(place));

/** Whether an entry tells who asks. */
export const isAsker = ({ codes }) => codes.length > 0 && codes[0].startsWith("x:");
