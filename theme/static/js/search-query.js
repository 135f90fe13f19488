/* What a query may mean: its words with their lemmas, mended slips, and the entries of the thesaurus it speaks. */

const APART = 1;
const SURE = 7;

/** The words of a text with their marks, in the places that `tokens` gives them. */
const spoken = (text) => text.toLowerCase().replace(/['’ʼ`]/g, "").normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];

/** What people say, ready to be recognised in any form and order. */
export class Thesaurus {
  constructor(words, tokens) {
    this.words = words;
    this.tokens = tokens;
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

  /** Words of a query; those that say nothing only count inside a phrase, and one that is no form of any is mended. */
  read(query, literal, has) {
    const all = this.tokens(query).slice(0, 40);
    const typed = spoken(query).slice(0, 40);
    const marked = all.some((word, place) => word !== typed[place]);
    const silent = all.every((word) => this.stop.has(word)) ? new Set() : this.stop;
    const isWeak = (word) => this.words.lemmas(word).every(({ term }) => this.words.weak.has(term)) && this.words.lemmas(word).length > 0;
    const allWeak = all.every((word) => silent.has(word) || isWeak(word));
    return all.map((word, place, { length }) => {
      const lemmas = this.words.lemmas(word);
      const known = lemmas.length > 0 || has(word) || silent.has(word);
      const mended = known || literal || /\p{N}/u.test(word) ? [] : this.words.instead(word);
      const read = mended.length ? mended.flatMap((near) => near.lemmas) : lemmas;
      const sure = read.filter((lemma) => isAsTyped(lemma, typed[place]));
      const terms = new Set((marked && sure.length ? sure : read).map((lemma) => lemma.term));
      if (!terms.size) terms.add(word);
      const weak = silent.has(word) || (isWeak(word) && !allWeak);
      const doubtful = sure.length ? [...terms].filter((term) => !sure.some((lemma) => lemma.term === term)) : [];
      return { word, terms: [...terms], doubtful, mended, weak, silent: silent.has(word), last: place === length - 1 };
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
        if (!places || [...places].every((place) => read[place].weak && places.size === 1)) continue;
        if (this.entries[number].need && isGuess(places, read)) continue;
        if (places.size >= (found.get(number)?.places.size ?? 1)) found.set(number, { places, doubtful: isDoubtful(said, places, read) });
      }
    }
    const all = [...found].map(([number, one]) => ({ entry: this.entries[number], ...one }));
    return all.map((one) => ({ ...one, inside: all.some((other) => isWithin(one.places, other.places)) }));
  }
}

/** Whether a lemma has the marks of a word as it was typed: `leki` is a form of „lek”, and only perhaps of „lęk”. */
const isAsTyped = ({ said, stem }, typed) => !said || typed.startsWith(said.slice(0, stem.length));

/** Whether a phrase is only there if the marks of a word were left out. */
const isDoubtful = (said, places, read) =>
  [...places].some((place) => read[place].doubtful.some((term) => said.split(" ").some((terms) => terms.split("/").every((one) => one === term))));

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
