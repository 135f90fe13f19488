/* Scores of all services for one query. */

import { Scores } from "./postings.js";
import { WEIGHT } from "./weights.js";

export class Found {
  constructor(services, read) {
    this.size = services;
    this.words = read.length;
    this.weights = read.map(({ weak, silent }) => (silent ? 0 : weak ? WEIGHT.weakWord : 1));
    this.byWord = new Map();
    this.covered = new Map();
    this.byNeed = new Float64Array(services);
    this.byWhom = new Float64Array(services);
    this.close = new Uint8Array(services);
    this.isHit = new Uint8Array(services);
    this.hits = [];
    this.places = new Set();
    this.whom = new Set();
    this.isAsked = false;
    this.place = null;
    this.ask = [];
    this.gap = false;
    this.names = new Map();
    this.turned = new Map();
    this.heldBack = () => 1;
  }

  /** A number for each service, of a word of the query; made when it is needed. */
  of(kind, place) {
    if (!kind.has(place)) kind.set(place, new Float64Array(this.size));
    return kind.get(place);
  }

  word(service, place, score, why) {
    const scores = this.of(this.byWord, place);
    if (score <= scores[service]) return;
    scores[service] = score;
    this.cover(service, place, why === "family" ? 0.5 : why === "begins" ? 0.7 : 1);
    this.hit(service);
  }

  /** What an entry says: of what is needed, or only for whom. */
  entry(service, places, score, isNeed) {
    const scores = isNeed ? this.byNeed : this.byWhom;
    scores[service] = Math.max(scores[service], score) + Math.min(scores[service], score) * WEIGHT.second;
    for (const place of places) this.cover(service, place, 0.9);
    if (!isNeed) for (const place of places) this.whom.add(place);
    this.hit(service);
  }

  near(service, places) {
    this.close[service] = 1;
    for (const place of places) this.places.add(place);
    this.hit(service);
  }

  cover(service, place, share) {
    const covered = this.of(this.covered, place);
    if (share > covered[service]) covered[service] = share;
  }

  hit(service) {
    if (this.isHit[service]) return;
    this.isHit[service] = 1;
    this.hits.push(service);
  }

  /** Best first: what was named, then what fits; whoever turns the asker away sinks, with the reason. */
  ranked(first, ids) {
    for (const service of this.names.keys()) this.hit(service);
    const scores = this.scores();
    let top = 0.1;
    for (const service of scores.services) top = Math.max(top, scores.of[service]);
    for (const [services, share] of [[this.ask, WEIGHT.ask], [first, WEIGHT.firstHelp]]) {
      for (const service of services) scores.add(service, top * share);
    }
    for (const [service, much] of this.names) {
      const score = scores.of[service];
      if (much > 0) scores.set(service, much >= 1 ? score + 10 * much * top : score * (1 + WEIGHT.called * much) + top * 0.1 * much);
    }
    for (const service of this.turned.keys()) scores.of[service] *= WEIGHT.turned;
    const score = scores.of;
    const hits = scores.services.filter((service) => score[service] > 0).sort((a, b) => score[b] - score[a] || a - b);
    return hits.map((service) => ({ id: ids[service], score: score[service], unfit: this.turned.get(service) || "", near: this.close[service] === 1 }));
  }

  /** What speaks for each service: needs and words by how much of the query it answers, then how well it fits. */
  scores() {
    const asked = this.weights.map((weight, place) => (this.places.has(place) ? 0 : weight));
    const onlyPlace = asked.every((weight) => weight === 0);
    const whole = asked.reduce((sum, weight) => sum + weight, 0) || 1;
    const byWord = inOrder(this.byWord).filter(([place]) => asked[place] || onlyPlace).map(([, scores]) => scores);
    const covering = inOrder(this.covered).map(([place, covered]) => [asked[place], covered]);
    const scores = new Scores(this.size);
    for (const service of this.hits) {
      let [words, covered] = [0, 0];
      for (const one of byWord) words += one[service];
      for (const [weight, one] of covering) covered += weight * one[service];
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
    return best < 0 ? 0 : asked.reduce((sum, weight, place) => sum + weight * (this.covered.has(place) ? this.covered.get(place)[best] : 0), 0) / whole;
  }

  /** Whether something is named. */
  isNamed() {
    return [...this.names.values()].some((much) => much >= 0.5);
  }
}

/** What was kept of words, in the order of the words: sums of fractions depend on it. */
const inOrder = (kind) => [...kind].sort(([a], [b]) => a - b);
