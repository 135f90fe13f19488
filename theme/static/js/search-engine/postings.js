/* The services of each term: how much it says of them, and how rare it is. */

export function keepMost(map, key, value) {
  if (value > (map.get(key) || 0)) map.set(key, value);
}

export class Postings {
  constructor(words, services, levels) {
    this.words = words;
    this.services = services;
    this.levels = levels;
    this.read = new Map();
    this.alone = new Map();
    this.much = new Map();
  }

  /** Reads all terms anew: more of them are known now. */
  forget() {
    for (const read of [this.read, this.alone, this.much]) read.clear();
  }

  /** Every service of a term with what it is worth: how much it says, times how rare it is. */
  each(term, tell) {
    const posting = this.of(term);
    const rarity = Math.log(1 + (this.services - posting.length + 0.5) / (posting.length + 0.5));
    for (const [service, much] of posting) tell(service, much * rarity);
  }

  /** The services of a term in their order, each with how much it says, from 0 to 1. */
  of(term) {
    if (!this.read.has(term)) {
      let service = 0;
      const parts = [...(this.words.services.get(term) || "").matchAll(/([0-9a-z]+)([A-Z])/g)].map(([, gap, level]) => {
        service += parseInt(gap, 36);
        return [service, (level.charCodeAt(0) - 65) / this.levels];
      });
      this.read.set(term, parts);
    }
    return this.read.get(term);
  }

  /** How much a term says of each of its services. */
  worths(term) {
    if (!this.much.has(term)) this.much.set(term, new Map(this.of(term)));
    return this.much.get(term);
  }

  /** The services of a term alone. */
  numbers(term) {
    if (!this.alone.has(term)) this.alone.set(term, new Set(this.of(term).map(([service]) => service)));
    return this.alone.get(term);
  }
}
