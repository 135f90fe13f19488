/* Words of a query: split and folded as at build time, looked up in the lemma model, mended where mistyped. */

const SAME = { ł: "l", ø: "o", đ: "d" };
const MODEL_WORD = 40;

/** Small letters without diacritics. */
export const fold = (text) =>
  text.toLowerCase().replace(/[łøđ]/g, (letter) => SAME[letter]).normalize("NFKD").replace(/\p{M}/gu, "");

/** The folded words of a text; an apostrophe inside a word joins its parts. */
export const tokens = (text) => fold(text.replace(/['’ʼ`]/g, "")).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The lemma model: stems, each with the lists of endings that may follow it. */
export class Words {
  constructor() {
    this.lists = [];
    this.endings = [];
    this.stems = new Map();
    this.known = new Map();
  }

  /** Learns the lemmas of a model; lists of endings are numbered from where those of the one before end. */
  learn(model) {
    const [lists, rows] = model.split("\n\n");
    const first = this.lists.length;
    this.lists.push(...lists.split("\n"));
    this.known.clear();
    for (const row of rows.split("\n")) {
      const stem = row.slice(0, row.indexOf(" "));
      const here = this.stems.get(stem);
      if (here) here.push({ row, first });
      else this.stems.set(stem, [{ row, first }]);
    }
  }

  /** The lemmas of a stem, read from their rows when they are first asked for. */
  at(stem) {
    const rows = this.stems.get(stem) ?? [];
    rows.forEach((one, place) => {
      if (one.row !== undefined) rows[place] = lemmaOf(one);
    });
    return rows;
  }

  /** The endings of a list, made when they are first asked for. */
  endingsOf(list) {
    this.endings[list] ??= new Set(this.lists[list].split(" ").map((ending) => (ending === "-" ? "" : ending)));
    return this.endings[list];
  }

  /** Every lemma that a folded word may be a form of. */
  lemmas(word) {
    if (this.known.has(word)) return this.known.get(word);
    const found = [];
    for (let cut = word.length; cut >= 0; cut--) {
      for (const lemma of this.at(word.slice(0, cut))) {
        if (this.endingsOf(lemma.list).has(word.slice(cut))) found.push(lemma);
      }
    }
    this.known.set(word, found);
    return found;
  }

  /** The forms nearest to a word that is none, with their lemmas: one slip in a short word, two in a longer one. */
  nearest(word) {
    const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    if (!most || word.length > MODEL_WORD) return [];
    let best = most;
    let found = new Map();
    for (const stem of this.stems.keys()) {
      if (stem.length > word.length + best || !mayBegin(stem, word, best)) continue;
      for (const lemma of this.at(stem)) {
        for (const ending of this.endingsOf(lemma.list)) {
          if (Math.abs(stem.length + ending.length - word.length) > best) continue;
          const form = stem + ending;
          const slips = distance(word, form, best);
          if (slips > (lemma.said ? best : Math.min(best, 1))) continue;
          if (slips < best) found = new Map();
          best = slips;
          found.set(form, [...(found.get(form) ?? []), lemma]);
        }
      }
    }
    const same = [...found].filter(([form]) => form[0] === word[0]);
    return (same.length ? same : [...found]).slice(0, 8).map(([form, lemmas]) => ({ form, lemmas }));
  }
}

/** A row of the model as a lemma: its term in the index, and how it is said with diacritics if that is known. */
function lemmaOf({ row, first }) {
  const [stem, written, number] = row.split(" ");
  const list = first + parseInt(number, 36);
  if (written === "-") return { term: stem, said: "", list };
  const said = written[0] === "=" ? written.slice(1) : stem + (written === "+" ? "" : written);
  return { term: fold(said), said, list };
}

const rows = [0, 1, 2].map(() => new Uint8Array(MODEL_WORD + 24));

/** Whether a stem is within so many slips of some beginning of the word. */
function mayBegin(stem, word, most) {
  return stem.length <= most || fewest(stem, word, most, true) <= most;
}

/** How many letters are missing, added, wrong or swapped between two words; stops counting above `most`. */
export function distance(a, b, most) {
  return Math.abs(a.length - b.length) > most ? most + 1 : fewest(a, b, most, false);
}

/** The slips between two words or, where `open`, between the first and the nearest beginning of the second. */
function fewest(a, b, most, open) {
  const width = Math.min(b.length, a.length + most);
  let [before, last, row] = rows;
  for (let j = 0; j <= width; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= width; j++) {
      let slips = Math.min(last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), last[j] + 1, row[j - 1] + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) slips = Math.min(slips, before[j - 2] + 1);
      row[j] = slips;
      if (slips < least) least = slips;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return open ? Math.min(...last.subarray(0, width + 1)) : last[b.length];
}
