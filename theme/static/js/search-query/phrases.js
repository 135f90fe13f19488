/* Phrases by the numbers of their words. */

/** How many other words may stand between those of a phrase. */
const STRANGERS = 1;

export const number = (text) => parseInt(text, 36);

/** The terms that a word of a phrase may be: its readings stand apart by `/`. */
export const inPhrase = (part, terms) => part.split("/").map((one) => terms[number(one)]);

/** The words of a sentence of danger that say something, as a phrase in which order does not count. */
export function looseParts(said) {
  const all = said.replace("*", "").split(" ");
  const telling = all.filter((part) => !/^[~^$]/.test(part));
  const kept = telling.length > 1 || all.length === telling.length ? telling : all.filter((part) => !/^[\^$]/.test(part));
  return kept.map((part) => part.replace("~", ""));
}

/** Where in the query the words of a phrase stand one after the other, or nothing where they do not. */
export function placesInOrder(parts, terms, read) {
  const said = parts.map((part) => inPhrase(part, terms));
  for (let start = 0; start + said.length <= read.length; start++) {
    const fits = said.every((readings, step) => read[start + step].terms.some((term) => readings.includes(term)));
    if (fits) return new Set(said.map((_, step) => start + step));
  }
  return null;
}

/** Where in the query the words of a phrase stand, near each other, or nothing where one is missing. `rank` counts the
    words before each that say something. */
export function placesOf(parts, terms, at, rank) {
  const away = (place, start) => Math.abs(rank[place] - rank[start]);
  const [first, ...others] = parts.map((part) => inPhrase(part, terms).flatMap((term) => at.get(term) || []));
  for (const start of first) {
    const places = new Set([start]);
    for (const free of others) {
      const near = free.filter((place) => !places.has(place) && away(place, start) <= parts.length + STRANGERS);
      if (near.length) places.add(near.reduce((a, b) => (Math.abs(b - start) < Math.abs(a - start) ? b : a)));
    }
    if (places.size === parts.length) return places;
  }
  return null;
}
