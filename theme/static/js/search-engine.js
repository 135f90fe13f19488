/* Ranks services for a query: `search(query) → [{ id, score, why }]`, best first, with what was understood beside it. */

const WEIGHT = { form: 1.5, mended: 1.2, begins: 0.6, family: 0.35, codes: 1.2, words: 0.9, inside: 0.25, used: 0.45 };
const NAMED = 3;
const OF_CODE = { s: 1, "=": 1, "+": 0.6, u: 0.8, a: 0.45, d: 1, l: 0.8 };
const FIRST_HELP = 0.25;
const ASK = 0.25;
const NEAR = 0.5;
const COMPLETIONS = 40;
const LONGEST = 200;

export class Engine {
  constructor(data, { Words, Thesaurus, ...reading }) {
    this.ids = data.services.split(" ");
    this.postings = new Map();
    this.needs = data.needs;
    this.levels = data.levels;
    this.ask = new Map();
    this.words = new Words();
    this.thesaurus = new Thesaurus(this.words, reading);
    this.learn(data);
    this.sorted = [...this.words.services.keys()];
  }

  /** Learns what the speakers of one more language say. */
  learn(pack) {
    this.ask.set(pack.language, pack.ask);
    this.thesaurus.learn(pack);
  }

  /** Services for a query, best first. `literal` takes words as typed. The list also has `mended`, `also`
      and `needs`, and `heard`: as much of the query as was read. */
  search(query, { literal = false } = {}) {
    const heard = [...query.slice(0, 2 * LONGEST)].slice(0, LONGEST).join("");
    const read = this.thesaurus.read(heard, literal, (word) => this.words.services.has(word));
    const recognised = this.thesaurus.recognised(read);
    const needs = Object.keys(this.needs).filter((need) => recognised.some(({ entry, inside }) => entry.need === need && !inside));
    const spoken = literal ? [] : recognised;
    const meant = spoken.filter(({ inside }) => !inside);
    const found = new Found(this.ids.length, read);
    for (const [place, word] of read.entries()) this.addWord(found, place, word, meant, literal);
    for (const one of spoken) this.addEntry(found, one);
    if (meant.length) found.ask = this.ask.get(spokenMost(meant));
    const ranked = found.ranked(literal ? [] : needs.flatMap((need) => this.needs[need] ?? []), this.ids);
    return Object.assign(ranked, { needs, mended: this.mended(read), also: also(meant), spoken: meant, heard });
  }

  /** Adds what one word says by itself: its forms, as the beginning of longer words, its family. */
  addWord(found, place, { terms, mended, weak, last, word }, meant, literal) {
    if (weak) return;
    const used = meant.some(({ entry, places }) => places.has(place) && (places.size > 1 || isPlace(entry)));
    const much = (mended.length ? WEIGHT.mended : WEIGHT.form) * (used ? WEIGHT.used : 1);
    const alternatives = new Map(terms.map((term) => [term, [much, mended.length ? "mended" : "form"]]));
    const offer = (term, weight, why) => {
      if (!alternatives.has(term)) alternatives.set(term, [weight, why]);
    };
    const unknown = !terms.some((term) => this.words.services.has(term));
    if (!literal && word.length >= 3 && (last || unknown)) {
      for (const term of this.beginning(word)) offer(term, much * WEIGHT.begins * Math.min(1, word.length / term.length), "begins");
    }
    for (const term of literal ? [] : terms) {
      const start = term.slice(0, Math.max(5, Math.ceil(term.length * 0.62)));
      if (start.length >= 5) for (const other of this.beginning(start)) offer(other, much * WEIGHT.family, "family");
    }
    for (const [term, [weight, why]] of alternatives) {
      this.each(term, (service, score) => found.word(service, place, weight * score, why));
    }
  }

  /** Adds what an entry of the thesaurus leads to, shared among the words of the query that speak it. */
  addEntry(found, { entry, places, inside }) {
    const much = (inside ? WEIGHT.inside : 1) * Math.sqrt(places.size);
    if (isPlace(entry)) {
      for (const code of entry.codes) this.each(code, (service) => found.near(service, places));
      return;
    }
    const score = new Map();
    for (const [kind, codes] of grouped(entry.codes)) {
      const best = new Map();
      for (const code of codes) this.eachOf(code, (service, worth) => keepMost(best, service, worth));
      for (const [service, worth] of best) score.set(service, (score.get(service) ?? 0) + WEIGHT.codes * OF_CODE[kind] * worth);
    }
    for (const words of entry.words) this.addWords(words, score);
    for (const [service, worth] of score) found.entry(service, places, much * worth, entry);
  }

  /** Words that an entry leads to count where all of them stand. */
  addWords(words, score) {
    const parts = words.split(" ").map((word) => this.thesaurus.terms(word)).map((terms) => {
      const worth = new Map();
      for (const term of terms) this.each(term, (service, one) => keepMost(worth, service, one));
      return worth;
    });
    for (const service of parts[0]?.keys() ?? []) {
      if (!parts.every((part) => part.has(service))) continue;
      const mean = parts.reduce((sum, part) => sum + part.get(service), 0) / parts.length;
      score.set(service, (score.get(service) ?? 0) + WEIGHT.words * mean);
    }
  }

  /** The services of a code with what it is worth, or the one service that an entry names. */
  eachOf(code, tell) {
    if (code[0] === "=") tell(Number(code.slice(1)), NAMED);
    else this.each(code.replace("+", ""), tell);
  }

  /** Every service of a term with what it is worth: how much it says, times how rare it is. */
  each(term, tell) {
    const posting = this.posting(term);
    const rarity = Math.log(1 + (this.ids.length - posting.length + 0.5) / (posting.length + 0.5));
    for (const [service, much] of posting) tell(service, much * rarity);
  }

  posting(term) {
    if (!this.postings.has(term)) {
      let service = 0;
      const parts = [...(this.words.services.get(term) ?? "").matchAll(/([0-9a-z]+)([A-Z])/g)].map(([, gap, level]) => {
        service += parseInt(gap, 36);
        return [service, (level.charCodeAt(0) - 65) / this.levels];
      });
      this.postings.set(term, parts);
    }
    return this.postings.get(term);
  }

  /** The terms of the index that begin so. */
  beginning(start) {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle] < start) low = middle + 1;
      else high = middle;
    }
    const found = [];
    while (found.length < COMPLETIONS && this.sorted[low]?.startsWith(start)) found.push(this.sorted[low++]);
    return found;
  }

  /** Slips that were mended, with the word that was taken instead; words that hurt are not said. */
  mended(read) {
    return read.filter(({ mended }) => mended.length).map(({ word, mended: [near] }) => {
      const hurts = near.lemmas.some(({ term }) => this.thesaurus.hurtful.has(term));
      return { word, instead: hurts ? "" : (near.lemmas.find(({ said }) => said)?.said ?? near.form) };
    });
  }
}

/** Scores of all services for one query. */
class Found {
  constructor(services, read) {
    this.words = read.length;
    this.weights = read.map(({ weak, silent }) => (silent ? 0 : weak ? 0.2 : 1));
    this.byWord = Array.from({ length: this.words }, () => new Float64Array(services));
    this.covered = Array.from({ length: this.words }, () => new Float64Array(services));
    this.byEntry = new Float64Array(services);
    this.close = new Uint8Array(services);
    this.places = new Set();
    this.why = new Map();
    this.ask = [];
  }

  word(service, place, score, why) {
    if (score <= this.byWord[place][service]) return;
    this.byWord[place][service] = score;
    this.cover(service, place, why === "family" ? 0.5 : why === "begins" ? 0.7 : 1);
    this.because(service, why);
  }

  entry(service, places, score) {
    this.byEntry[service] = Math.max(this.byEntry[service], score) + Math.min(this.byEntry[service], score) * 0.5;
    for (const place of places) this.cover(service, place, 0.9);
    this.because(service, "thesaurus");
  }

  near(service, places) {
    this.close[service] = 1;
    for (const place of places) this.places.add(place);
    this.because(service, "place");
  }

  cover(service, place, share) {
    this.covered[place][service] = Math.max(this.covered[place][service], share);
  }

  because(service, why) {
    if (!this.why.has(service)) this.why.set(service, new Set());
    this.why.get(service).add(why);
  }

  /** Best first; whoever covers more of the query gains, what is near gains, first help stands before all. */
  ranked(first, ids) {
    const asked = this.weights.map((weight, place) => (this.places.has(place) ? 0 : weight));
    const onlyPlace = asked.every((weight) => weight === 0);
    const whole = asked.reduce((sum, weight) => sum + weight, 0) || 1;
    const scores = [...this.why.keys()].map((service) => {
      const words = this.byWord.reduce((sum, scores, place) => sum + (asked[place] || onlyPlace ? scores[service] : 0), 0);
      const covered = asked.reduce((sum, weight, place) => sum + weight * this.covered[place][service], 0) / whole;
      const plain = (words + this.byEntry[service]) * (0.35 + 0.65 * covered);
      return [service, onlyPlace ? words + this.close[service] : plain * (1 + NEAR * this.close[service])];
    });
    const top = scores.reduce((most, [, score]) => Math.max(most, score), 0.1);
    const more = new Map();
    for (const [services, share, why] of [[this.ask, ASK, "ask"], [first, FIRST_HELP, "need"]]) {
      for (const service of services) {
        if (!this.why.has(service)) scores.push([service, 0]);
        more.set(service, top * share);
        this.because(service, why);
      }
    }
    return scores
      .map(([service, score]) => ({ id: ids[service], score: score + (more.get(service) ?? 0), why: [...this.why.get(service)] }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }
}

/** The language that most words of a query were understood in. */
function spokenMost(meant) {
  const words = new Map();
  for (const { entry, places } of meant) words.set(entry.language, (words.get(entry.language) ?? 0) + places.size);
  return [...words].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

/** The codes of what else was searched for; places are no surprise. */
const also = (meant) => [...new Set(meant.filter(({ entry }) => !isPlace(entry)).flatMap(({ entry }) => entry.codes))];

const isPlace = (entry) => entry.codes.length > 0 && entry.codes.every((code) => code[0] === "d");

function keepMost(map, key, value) {
  if (value > (map.get(key) ?? 0)) map.set(key, value);
}

function grouped(codes) {
  const groups = new Map();
  for (const code of codes) groups.set(code[0], [...(groups.get(code[0]) ?? []), code]);
  return groups;
}
