/* What recognised entries of the thesaurus say together. */

/** The language that most words of a query were understood in. */
export function spokenMost(meant) {
  const words = new Map();
  for (const { entry, places } of meant) words.set(entry.language, (words.get(entry.language) || 0) + places.size);
  return [...words].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

/** The codes of what else was searched for; places are no surprise. */
export const also = (meant) => [...new Set(meant.filter(({ entry }) => !isPlace(entry)).flatMap(({ entry }) => entry.codes))];

export const isPlace = (entry) => entry.codes.length > 0 && entry.codes.every((code) => code[0] === "d");

/** Whether an entry says what somebody needs, and not only for whom or in which language. */
export const isWhat = (entry) => entry.words.length > 0 || entry.gap || entry.codes.some((code) => "s=a+".includes(code[0]));

/** Whether all that is asked for is what nobody gives; a form that is offered nowhere is no gap where its words lead on. */
export function isGap(meant) {
  const asked = meant.filter(({ entry }) => !entry.gap && !entry.manner && (entry.words.length || entry.codes.some((code) => "s=".includes(code[0]))));
  const gaps = meant.filter(({ entry }) => entry.gap && !(entry.nowhere && asked.length));
  return gaps.length > 0 && gaps.some((gap) => asked.every(({ places }) => [...places].every((place) => gap.places.has(place))));
}

/** Codes by their kind. */
export function grouped(codes) {
  const groups = new Map();
  for (const code of codes) groups.set(code[0], [...(groups.get(code[0]) || []), code]);
  return groups;
}
