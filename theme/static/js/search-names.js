/* What things are called: whoever names one, or types its telephone, its register number or its domain, wants it first. */

const RARE = 3;
const LEAST = 0.05;
/** A name word for word, before one of the same words in another order. */
const EXACT = 1.1;
const number = (text) => parseInt(text, 36);

export class Names {
  constructor(names, numbers, terms) {
    this.byTerm = new Map();
    this.names = names.split("\n").filter(Boolean).map((line, name) => {
      const [services, ...words] = line.replace("!", "").split(" ");
      const own = words.map((word) => terms[number(word)]);
      own.forEach((term, place) => own.indexOf(term) === place && this.under(term).push(name));
      return { services, terms: own, isOrganization: line.includes("!") };
    });
    this.numbers = new Map(numbers.split("\n").filter(Boolean).map((line) => line.split(" ")));
  }

  under(term) {
    if (!this.byTerm.has(term)) this.byTerm.set(term, []);
    return this.byTerm.get(term);
  }

  /** The services that a query names: 1 where it says nothing but their name or, where that says nothing else
      (`isSaid`), its beginning; less where it says a part or more. */
  called(read, query, isSaid) {
    const called = new Map();
    const keep = (services, much) => services.split(",").map(number).forEach((one) => called.set(one, Math.max(much, called.get(one) || 0)));
    for (const key of keysIn(query)) if (this.numbers.has(key)) keep(this.numbers.get(key), 1);
    const telling = read.filter(({ silent }) => !silent);
    const whole = read.filter(({ silent, isManner }) => !silent || isManner); // a name may hold what else only says how
    const { asked, names, terms, places } = this.heard(telling);
    for (const name of names) {
      const { services, terms: own, isOrganization } = this.names[name];
      const [ofName, ofQuery] = [terms[name] / this.size(name), places[name] / telling.length];
      const exact = isSaidBy(own, telling) || isSaidBy(own, whole);
      const begins = ofQuery === 1 && isOrganization && !isSaid && this.beginsAlone(own, asked);
      const tells = () => terms[name] > 1 || this.byTerm.get(own.find((term) => asked.has(term))).length <= RARE;
      const much = exact ? EXACT : begins ? 1 : strength(ofName, ofQuery, terms[name], tells);
      if (much >= LEAST) keep(services, much);
    }
    return called;
  }

  /** The names that hold what was said, with how many of their terms were said and by how many words of the query. */
  heard(telling) {
    const asked = new Set();
    const [names, terms, places, last] = [[], ...[1, 2, 3].map(() => new Uint8Array(this.names.length))];
    telling.forEach((word, place) => !word.mended.length && word.terms.forEach((term) => {
      for (const name of this.byTerm.get(term) || []) {
        if (!places[name]) names.push(name);
        if (!asked.has(term)) terms[name]++;
        if (last[name] !== place + 1) places[name]++;
        last[name] = place + 1;
      }
      asked.add(term);
    }));
    return { asked, names, terms, places };
  }

  /** How many terms a name has. */
  size(name) {
    const one = this.names[name];
    one.size = one.size || new Set(one.terms).size;
    return one.size;
  }

  /** Whether a name begins with some words, and no name of anything else does. */
  beginsAlone(own, asked) {
    const terms = new Set(own.filter((term) => asked.has(term)));
    if (own.length <= terms.size || !own.slice(0, terms.size).every((term) => terms.has(term))) return false;
    const same = this.byTerm.get(own[0]).filter((name) => this.names[name].isOrganization && this.names[name].terms.slice(0, terms.size).every((term) => terms.has(term)));
    return new Set(same.map((name) => this.names[name].terms.join(" "))).size === 1;
  }
}

/** Whether words say a name, word for word. */
const isSaidBy = (name, words) => name.length === words.length && name.every((term, place) => words[place].terms.includes(term));

/** How surely a name is meant of which so much was said, by so much of what was said; `tells` whether few others hold that. */
function strength(ofName, ofQuery, terms, tells) {
  if (ofName === 1 && ofQuery === 1) return 1;
  if (ofName === 1) return terms > 1 ? 0.5 + 0.4 * ofQuery : ofQuery >= 0.5 ? 0.4 : 0.1;
  return tells() ? 0.6 * ofName * ofQuery ** 2 : 0;
}

/** Numbers of at least three digits, without what people put between them, and domains. */
function keysIn(query) {
  const digits = (query.match(/\+?\d[\d\s().\-\u2010-\u2015/]*\d/g) || []).map((text) => text.replace(/\D/g, ""));
  const domains = (query.toLowerCase().match(/[a-z0-9-]+(?:\.[a-z0-9-]+)+/g) || []).map((host) => host.replace(/^www\./, ""));
  return [...digits, ...digits.map((text) => text.replace(/^(?:0048|48)/, "")), ...domains].filter((key) => key.length > 2);
}
