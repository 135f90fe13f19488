/* Scores of all services for one query. */

import { WEIGHT } from "./weights.js";

export class Found {
  constructor(services, read) {
    this.words = read.length;
    this.weights = read.map(({ weak, silent }) => (silent ? 0 : weak ? WEIGHT.weakWord : 1));
    this.byWord = Array.from({ length: this.words }, () => new Float64Array(services));
    this.covered = Array.from({ length: this.words }, () => new Float64Array(services));
    this.byNeed = new Float64Array(services);
    this.byWhom = new Float64Array(services);
    this.close = new Uint8Array(services);
    this.places = new Set();
    this.whom = new Set();
    this.why = new Map();
    this.isAsked = false;
    this.place = null;
    this.ask = [];
    this.gap = false;
    this.names = new Map();
    this.turned = new Map();
    this.heldBack = () => 1;
  }

  word(service, place, score, why) {
    if (score <= this.byWord[place][service]) return;
    this.byWord[place][service] = score;
    this.cover(service, place, why === "family" ? 0.5 : why === "begins" ? 0.7 : 1);
    this.because(service, why);
  }

  /** What an entry says: of what is needed, or only for whom. */
  entry(service, places, score, isNeed) {
    const scores = isNeed ? this.byNeed : this.byWhom;
    scores[service] = Math.max(scores[service], score) + Math.min(scores[service], score) * WEIGHT.second;
    for (const place of places) this.cover(service, place, 0.9);
    if (!isNeed) for (const place of places) this.whom.add(place);
    this.because(service, "thesaurus");
  }

  near(service, places, why) {
    this.close[service] = 1;
    for (const place of places) this.places.add(place);
    this.because(service, why);
  }

  cover(service, place, share) {
    this.covered[place][service] = Math.max(this.covered[place][service], share);
  }

  because(service, why) {
    const known = this.why.get(service);
    if (!known) this.why.set(service, [why]);
    else if (!known.includes(why)) known.push(why);
  }

  /** Best first: what was named, then what fits; whoever turns the asker away sinks, with the reason. */
  ranked(first, ids) {
    for (const service of this.names.keys()) this.because(service, "name");
    const scores = this.scores();
    const top = [...scores.values()].reduce((most, score) => Math.max(most, score), 0.1);
    for (const [services, share, why] of [[this.ask, WEIGHT.ask, "ask"], [first, WEIGHT.firstHelp, "need"]]) {
      for (const service of services) {
        scores.set(service, (scores.get(service) || 0) + top * share);
        this.because(service, why);
      }
    }
    for (const [service, much] of this.names) {
      if (much > 0) scores.set(service, much >= 1 ? (scores.get(service) || 0) + 10 * much * top : (scores.get(service) || 0) * (1 + WEIGHT.called * much) + top * 0.1 * much);
    }
    for (const service of this.turned.keys()) if (scores.has(service)) scores.set(service, scores.get(service) * WEIGHT.turned);
    return [...scores]
      .filter(([, score]) => score > 0)
      .map(([service, score]) => ({ id: ids[service], score, why: this.why.get(service), unfit: this.turned.get(service) || "", near: this.close[service] === 1 }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }

  /** What speaks for each service: needs and words by how much of the query it answers, then how well it fits. */
  scores() {
    const asked = this.weights.map((weight, place) => (this.places.has(place) ? 0 : weight));
    const onlyPlace = asked.every((weight) => weight === 0);
    const whole = asked.reduce((sum, weight) => sum + weight, 0) || 1;
    const scores = new Map();
    for (const service of this.why.keys()) {
      let [words, covered] = [0, 0];
      for (let place = 0; place < this.words; place++) {
        if (asked[place] || onlyPlace) words += this.byWord[place][service];
        covered += asked[place] * this.covered[place][service];
      }
      const plain = this.plain(service, words) * (WEIGHT.uncovered + (1 - WEIGHT.uncovered) * (covered / whole));
      const fitting = plain * (1 + WEIGHT.near * this.close[service]) * this.heldBack(service);
      scores.set(service, onlyPlace ? words + this.close[service] : fitting);
    }
    return scores;
  }

  /** Where something is asked for, for whom it is makes it fit better; else that is all that is asked. */
  plain(service, words) {
    const whom = this.byWhom[service];
    if (!this.isAsked) return words + this.byNeed[service] + whom;
    const need = words + this.byNeed[service];
    return need * (1 + (whom ? WEIGHT.fit : 0)) + WEIGHT.alone * whom;
  }

  /** How much of what was said is known, from 0 to 1: all where a need was recognised, else what the best answer covers. */
  known(ranked, ids) {
    if (this.isAsked || this.isNamed() || !this.weights.some((weight) => weight === 1)) return 1;
    const asked = this.weights.map((weight, place) => (weight < 1 || this.places.has(place) ? 0 : weight));
    const whole = asked.reduce((sum, weight) => sum + weight, 0);
    if (!whole) return 1;
    const best = ranked.length ? ids.indexOf(ranked[0].id) : -1;
    return best < 0 ? 0 : asked.reduce((sum, weight, place) => sum + weight * this.covered[place][best], 0) / whole;
  }

  /** Whether something is named. */
  isNamed() {
    return [...this.names.values()].some((much) => much >= 0.5);
  }
}
