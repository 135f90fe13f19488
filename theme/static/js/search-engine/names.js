/* What things are called: whoever names one, or types its telephone, its register number or its domain, wants it first. */

const RARE = 3;
const LEAST = 0.05;
/** A name word for word, before one of the same words in another order. */
const EXACT = 1.1;
const number = (text) => parseInt(text, 36);

export class Names {
  constructor(names, numbers, terms) {
    this.names = names.split("\n").filter(Boolean).map((line) => {
      const [services, ...words] = line.replace("!", "").split(" ");
      return { services: services.split(",").map(number), terms: words.map((word) => terms[number(word)]), isOrganization: line.includes("!") };
    });
    this.byTerm = new Map();
    this.names.forEach(({ terms: own }, name) => {
      for (const term of new Set(own)) {
        if (!this.byTerm.has(term)) this.byTerm.set(term, []);
        this.byTerm.get(term).push(name);
      }
    });
    this.numbers = new Map(numbers.split("\n").filter(Boolean).map((line) => {
      const [key, services] = line.split(" ");
      return [key, services.split(",").map(number)];
    }));
  }

  /** The services that a query names: 1 where it says nothing but their name or, where that says nothing else
      (`isSaid`), its beginning; less where it says a part or more. */
  called(read, query, isSaid) {
    const called = new Map();
    const keep = (services, much) => services.forEach((one) => called.set(one, Math.max(much, called.get(one) || 0)));
    for (const key of keysIn(query)) keep(this.numbers.get(key) || [], 1);
    const telling = read.filter(({ silent }) => !silent);
    const whole = read.filter(({ silent, isManner }) => !silent || isManner); // a name may hold what else only says how
    const at = new Map();
    telling.forEach(({ terms, mended }, place) => !mended.length && terms.forEach((term) => (this.byTerm.get(term) || []).forEach((name) => {
      if (!at.has(name)) at.set(name, { places: new Set(), terms: new Set() });
      at.get(name).places.add(place);
      at.get(name).terms.add(term);
    })));
    for (const [name, { places, terms }] of at) {
      const { services, terms: own, isOrganization } = this.names[name];
      const [ofName, ofQuery] = [terms.size / new Set(own).size, places.size / telling.length];
      const exact = isSaidBy(own, telling) || isSaidBy(own, whole);
      const much = exact ? EXACT : ofQuery === 1 && isOrganization && !isSaid && this.beginsAlone(own, terms) ? 1 : strength(ofName, ofQuery, [...terms], this.byTerm);
      if (much >= LEAST) keep(services, much);
    }
    return called;
  }

  /** Whether a name begins with some words, and no name of anything else does. */
  beginsAlone(own, terms) {
    if (own.length <= terms.size || !own.slice(0, terms.size).every((term) => terms.has(term))) return false;
    const same = this.byTerm.get(own[0]).filter((name) => this.names[name].isOrganization && this.names[name].terms.slice(0, terms.size).every((term) => terms.has(term)));
    return new Set(same.map((name) => this.names[name].terms.join(" "))).size === 1;
  }
}

/** Whether words say a name, word for word. */
const isSaidBy = (name, words) => name.length === words.length && name.every((term, place) => words[place].terms.includes(term));

/** How surely a name is meant of which so much was said, by so much of what was said. */
function strength(ofName, ofQuery, terms, byTerm) {
  if (ofName === 1 && ofQuery === 1) return 1;
  if (ofName === 1) return terms.length > 1 ? 0.5 + 0.4 * ofQuery : ofQuery >= 0.5 ? 0.4 : 0.1;
  const tells = terms.length > 1 || byTerm.get(terms[0]).length <= RARE;
  return tells ? 0.6 * ofName * ofQuery ** 2 : 0;
}

/** Numbers of at least three digits, without what people put between them, and domains. */
function keysIn(query) {
  const digits = (query.match(/\+?\d[\d\s().\-\u2010-\u2015/]*\d/g) || []).map((text) => text.replace(/\D/g, ""));
  const domains = (query.toLowerCase().match(/[a-z0-9-]+(?:\.[a-z0-9-]+)+/g) || []).map((host) => host.replace(/^www\./, ""));
  return [...digits, ...digits.map((text) => text.replace(/^(?:0048|48)/, "")), ...domains].filter((key) => key.length > 2);
}
