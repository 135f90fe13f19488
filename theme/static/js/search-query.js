/* What a query may mean: its words with their lemmas, mended slips, and the entries of the thesaurus it speaks. */

/** What people say, ready to be recognised in any form and order. */
export class Thesaurus {
  constructor({ stop, weak }, words, tokens) {
    this.words = words;
    this.tokens = tokens;
    this.stop = new Set(stop.split(" "));
    this.weak = new Set(weak.split(" "));
    this.entries = [];
    this.hurtful = new Set();
    this.phrases = new Map();
  }

  /** Learns what the speakers of one language say. */
  learn({ entries, model }) {
    this.words.learn(model);
    for (const entry of entries) this.add({ ...entry, codes: list(entry.codes, " "), words: list(entry.words, "|") });
  }

  add(entry) {
    const number = this.entries.push(entry) - 1;
    for (const said of list(entry.said, "|")) {
      const parts = this.phrase(said);
      if (!parts.length) continue;
      if (entry.hidden && parts.length === 1) parts[0].forEach((term) => this.hurtful.add(term));
      for (const term of parts[0]) {
        if (!this.phrases.has(term)) this.phrases.set(term, []);
        this.phrases.get(term).push({ parts, number });
      }
    }
  }

  /** A phrase as the terms that each of its words may be. */
  phrase(said) {
    const all = said.split(" ");
    const meant = all.filter((word) => !this.stop.has(word));
    return (meant.length ? meant : all).map((word) => this.terms(word));
  }

  terms(word) {
    const found = this.words.lemmas(word).map((lemma) => lemma.term);
    return found.length ? [...new Set(found)] : [word];
  }

  /** Words of a query, those that say nothing left out; a word that is no form of any is mended. */
  read(query, literal, has) {
    const all = this.tokens(query).slice(0, 40);
    const meant = all.filter((word) => !this.stop.has(word));
    const allWeak = meant.every((word) => this.weak.has(word));
    return (meant.length ? meant : all).map((word, place, { length }) => {
      const lemmas = this.words.lemmas(word);
      const known = lemmas.length > 0 || has(word);
      const mended = known || literal || /\p{N}/u.test(word) ? [] : this.words.nearest(word);
      const read = mended.length ? mended.flatMap((near) => near.lemmas) : lemmas;
      const terms = new Set(read.map((lemma) => lemma.term));
      if (!terms.size) terms.add(word);
      return { word, terms: [...terms], mended, weak: this.weak.has(word) && !allWeak, last: place === length - 1 };
    });
  }

  /** The entries that a query speaks: each with the words it uses; one that is part of a longer phrase counts less. */
  recognised(read) {
    const at = new Map();
    read.forEach(({ terms }, place) => terms.forEach((term) => at.set(term, [...(at.get(term) ?? []), place])));
    const found = new Map();
    for (const term of at.keys()) {
      for (const { parts, number } of this.phrases.get(term) ?? []) {
        const places = placesOf(parts, at);
        if (places && places.size >= (found.get(number)?.size ?? 1)) found.set(number, places);
      }
    }
    const all = [...found].map(([number, places]) => ({ entry: this.entries[number], places }));
    return all.map((one) => ({ ...one, inside: all.some((other) => isWithin(one.places, other.places)) }));
  }
}

const list = (text, mark) => (text ? text.split(mark) : []);

/** Where in the query the words of a phrase stand, or nothing where one is missing. */
function placesOf(parts, at) {
  const places = new Set();
  for (const terms of parts) {
    const free = terms.flatMap((term) => at.get(term) ?? []).find((place) => !places.has(place));
    if (free === undefined) return null;
    places.add(free);
  }
  return places;
}

const isWithin = (few, many) => few.size < many.size && [...few].every((place) => many.has(place));
