/* Letters that differ by a mark: `lek` is not `lęk`, but the forms of one word change between some of them. */

/** Letters that never take each other's place in the forms of one word. */
const APART = new Set(["ae", "aą", "eę", "ąa", "ęe"]);

/** How many letters of a word as it was typed have other marks than the stem of a lemma. */
export function misses(stem, typed) {
  let missed = 0;
  for (let place = 0; place < Math.min(stem.length, typed.length); place++) {
    const [own, other] = [stem[place], typed[place]];
    if (own === other) continue;
    if (plainLetter(own) !== plainLetter(other)) break;
    missed += APART.has(own + other) ? 1 : 0.25;
  }
  return missed;
}

const plainLetter = (letter) => (letter === "ł" ? "l" : letter.normalize("NFKD")[0]);
