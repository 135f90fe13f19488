/* What a query may mean: its words with their lemmas, mended slips, and the entries of the thesaurus it speaks. */

/** How many other words may stand between those of a phrase. */
const APART = 1;
/** From so many letters on a mended word alone tells of danger. */
const SURE = 7;
const MOST = 40;

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
  }

  /** Learns what the speakers of one language say, each phrase by the terms its first word may be. */
  learn({ language, stop, entries, words }) {
    for (const word of stop.split(" ")) this.stop.add(word);
    this.words.learn(words);
    for (const line of entries.split("\n").filter(Boolean)) {
      const [codes, said, leads, need, hidden] = line.split("\t");
      const entry = { language, codes: list(codes, " ").map((code) => this.named(code)), words: list(leads, "|"), need, hidden: Boolean(hidden) };
      const number = this.entries.push(entry) - 1;
      for (const phrase of said.split("|")) this.add(phrase, number, entry.hidden);
    }
  }

  /** A code by its number; `+` stands before what may help too, `=` before the number of a service. */
  named(code) {
    if (code[0] === "=") return code;
    const mark = code[0] === "+" ? "+" : "";
    return mark + this.words.codes[parseInt(code.slice(mark.length), 36)];
  }

  add(said, number, hidden) {
    const space = said.indexOf(" ");
    for (const term of (space < 0 ? said : said.slice(0, space)).split("/")) {
      if (hidden && space < 0) this.hurtful.add(term);
      const here = this.phrases.get(term);
      if (here) here.push({ said, number });
      else this.phrases.set(term, [{ said, number }]);
    }
  }

  /** The terms that a word in small letters without diacritics may be. */
  terms(word) {
    const found = this.words.lemmas(word).map((lemma) => lemma.term);
    return found.length ? [...new Set(found)] : [word];
  }

  /** Whether a word says little by itself, whatever it is a form of. */
  isWeak(word) {
    const lemmas = this.words.lemmas(word);
    return lemmas.length > 0 && lemmas.every(({ term }) => this.words.weak.has(term));
  }

  /** Words of a query; those that say nothing only count inside a phrase, and one that is no form of any is mended. */
  read(query, literal, has) {
    const all = this.spoken(query).slice(0, MOST).map(this.fold);
    const silent = all.every((word) => this.stop.has(word)) ? new Set() : this.stop;
    const allWeak = all.every((word) => silent.has(word) || this.isWeak(word));
    return all.map((word, place, { length }) => {
      const lemmas = this.words.lemmas(word);
      const known = lemmas.length > 0 || has(word) || silent.has(word);
      const mended = known || literal || /\p{N}/u.test(word) ? [] : this.words.instead(word);
      const read = mended.length ? mended.flatMap((near) => near.lemmas) : lemmas;
      const terms = new Set(read.map((lemma) => lemma.term));
      if (!terms.size) terms.add(word);
      const weak = silent.has(word) || (this.isWeak(word) && !allWeak);
      return { word, terms: [...terms], mended, weak, silent: silent.has(word), last: place === length - 1 };
    });
  }

  /** The entries that a query speaks: each with the words it uses; one that is part of a longer phrase counts less. */
  recognised(read) {
    const at = new Map();
    read.forEach(({ terms }, place) => terms.forEach((term) => at.set(term, [...(at.get(term) ?? []), place])));
    const found = new Map();
    for (const term of at.keys()) {
      for (const { said, number } of this.phrases.get(term) ?? []) {
        const places = placesOf(said.split(" "), at);
        if (!places || (places.size === 1 && read[[...places][0]].weak)) continue;
        if (this.entries[number].need && isGuess(places, read)) continue;
        if (places.size >= (found.get(number)?.size ?? 1)) found.set(number, places);
      }
    }
    const all = [...found].map(([number, places]) => ({ entry: this.entries[number], places }));
    return all.map((one) => ({ ...one, inside: all.some((other) => isWithin(one.places, other.places)) }));
  }
}

const list = (text, mark) => (text ? text.split(mark) : []);

/** Where in the query the words of a phrase stand, near each other, or nothing where one is missing. */
function placesOf(parts, at) {
  const [first, ...others] = parts.map((terms) => terms.split("/").flatMap((term) => at.get(term) ?? []));
  for (const start of first) {
    const places = new Set([start]);
    for (const free of others) {
      const near = free.filter((place) => !places.has(place) && Math.abs(place - start) <= parts.length + APART);
      if (near.length) places.add(near.reduce((a, b) => (Math.abs(b - start) < Math.abs(a - start) ? b : a)));
    }
    if (places.size === parts.length) return places;
  }
  return null;
}

/** Whether one short word that was mended is all that a danger is seen in. */
const isGuess = (places, read) => places.size === 1 && [...places].every((place) => read[place].mended.length && read[place].word.length < SURE);

const isWithin = (few, many) => few.size < many.size && [...few].every((place) => many.has(place));
