/* What each kind of evidence weighs; tuned on the labelled questions of `bench/search/`. */

export const WEIGHT = {
  form: 1.5, mended: 1.2, begins: 0.6, family: 0.35, mostOfWord: 5, used: 0.6, inside: 0.25,
  codes: 1.5, words: 1.1, named: 3, next: 0.9, second: 0.9,
  of: { s: 1, "=": 1, "+": 0.6, u: 0.8, a: 0.45, d: 1, l: 0.8, x: 0 },
  theirs: { some: 0, strictly: 0, conditions: 0.3 },
  held: { some: 0.82, strictly: 0.75, conditions: 0.15, unreached: 0.96, old: 0.95 },
  uncovered: 0.33, near: 0.5, fit: 0.3, alone: 0.3, turned: 0.02,
  firstHelp: 0.18, ask: 0.18, weakWord: 0.2, called: 1.5,
};
