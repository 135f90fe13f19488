/* The services of each term: how much it says of them, and how rare it is. Long lists lie in parts of the index, which
   are fetched when somebody asks for what they hold. */

const NONE = { services: new Uint32Array(0), levels: new Uint8Array(0) };
const PART = "*";

/** A number for each service, with the list of those that were given one, be it 0. */
export class Scores {
  constructor(services) {
    this.of = new Float64Array(services);
    this.known = new Uint8Array(services);
    this.services = [];
  }

  /** Keeps the larger number. */
  most(service, value) {
    if (value > this.of[service]) this.set(service, value);
  }

  add(service, value) {
    this.set(service, this.of[service] + value);
  }

  set(service, value) {
    if (!this.known[service]) this.services.push(service);
    this.known[service] = 1;
    this.of[service] = value;
  }
}

export class Postings {
  /** `parts` are the names of the parts; `fetchPart` gets what one of them holds: the services of terms. */
  constructor(words, services, levels, parts = [], fetchPart = null) {
    Object.assign(this, { words, services, levels, parts, fetchPart });
    this.read = new Map();
    this.here = new Map();
    this.coming = new Map();
    this.missing = new Set();
  }

  /** Reads all terms anew: more of them are known now. */
  forget() {
    this.read.clear();
  }

  /** Fetches the parts that were missed, and tells whether there were any. */
  async fetchMissing() {
    const wanted = [...this.missing];
    this.missing.clear();
    await Promise.all(wanted.map((part) => this.fetch(part)));
    return wanted.length > 0;
  }

  /** Fetches a part once; one that did not come is asked for again by the next who misses it. */
  fetch(part) {
    if (!this.coming.has(part)) {
      const keep = (terms) => this.here.set(part, terms);
      this.coming.set(part, this.fetchPart(this.parts[part]).then(keep).finally(() => this.coming.delete(part)));
    }
    return this.coming.get(part);
  }

  /** Fetches all that some terms need. */
  async prepare(terms) {
    for (const term of terms) this.of(term);
    await this.fetchMissing();
  }

  /** Every service of a term with what it is worth: how much it says, times how rare it is. */
  each(term, tell) {
    const { services, levels } = this.of(term);
    const rarity = Math.log(1 + (this.services - services.length + 0.5) / (services.length + 0.5));
    for (let at = 0; at < services.length; at++) tell(services[at], (levels[at] / this.levels) * rarity);
  }

  /** The services of a term in their order, and in how many steps it says something of each; none while its part is missing. */
  of(term) {
    const known = this.read.get(term);
    if (known) return known;
    const text = this.written(term);
    if (text === null) return NONE;
    this.read.set(term, text ? decoded(text) : NONE);
    return this.read.get(term);
  }

  written(term) {
    const text = this.words.services.get(term) || "";
    if (text[0] !== PART) return text;
    const part = parseInt(text.slice(1), 36);
    if (this.here.has(part)) return this.here.get(part)[term];
    this.missing.add(part);
    return null;
  }

  /** How much a term says of a service, from 0 to 1, and whether it stands with it. */
  worth(term) {
    const steps = this.steps(term);
    return (service) => (steps[service] ? (steps[service] - 1) / this.levels : 0);
  }

  has(term) {
    const steps = this.steps(term);
    return (service) => steps[service] > 0;
  }

  /** For each service one more than the steps of a term, 0 where it does not stand with it. */
  steps(term) {
    const posting = this.of(term);
    if (posting.steps) return posting.steps;
    const steps = new Uint8Array(this.services);
    posting.services.forEach((service, at) => {
      steps[service] = posting.levels[at] + 1;
    });
    if (posting !== NONE) posting.steps = steps;
    return steps;
  }
}

/** `0I3C`: how far a service is from the one before in base 36, then the steps from A. */
function decoded(text) {
  const services = new Uint32Array(text.length >> 1);
  const levels = new Uint8Array(text.length >> 1);
  let [count, service, gap] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) {
      service += gap;
      gap = 0;
      services[count] = service;
      levels[count++] = code - 65;
    } else gap = gap * 36 + (code < 58 ? code - 48 : code - 87);
  }
  return { services: services.subarray(0, count), levels: levels.subarray(0, count) };
}
