/* Words of a query: split and folded as at build time, looked up in the lemma model, mended where mistyped. */

const MODEL_WORD = 40;
const CODE = { own: 0, guessed: false };
const PLAIN = /^[a-z0-9:-]*$/;
const MARKED = { ą: "a", ć: "c", ę: "e", ł: "l", ń: "n", ó: "o", ś: "s", ź: "z", ż: "z", ø: "o", đ: "d" };

/** Small letters without diacritics; nearly all words are Polish or plain, and normalising them is slow. */
export function fold(text) {
  const small = text.toLowerCase();
  if (PLAIN.test(small)) return small;
  const plain = small.replace(/[ąćęłńóśźżøđ]/g, (letter) => MARKED[letter]);
  return PLAIN.test(plain) ? plain : plain.normalize("NFKD").replace(/\p{M}/gu, "");
}

/** Cyrillic letters as a Pole would write their sound: a name is known by it. */
const SOUNDS = {
  а: "a", б: "b", в: "w", г: "h", ґ: "g", д: "d", е: "e", є: "e", ж: "z", з: "z", и: "y", і: "i", к: "k", л: "l", м: "m", н: "n", о: "o",
  п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "ch", ц: "c", ч: "cz", ш: "sz", щ: "szcz", ь: "", ъ: "", ы: "y", э: "e", ю: "ju", я: "ja",
};

/** A folded word in Latin letters. */
export const latin = (word) => word.replace(/[а-яєіґ]/g, (letter) => SOUNDS[letter] ?? letter);

/** The words of a text in small letters; an apostrophe inside a word joins its parts. */
export const spoken = (text) => text.toLowerCase().normalize("NFC").replace(/['’ʼ`]/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];

/** Every word: its stem with the lists of endings that may follow it, and the services it stands with. */
export class Words {
  constructor() {
    this.lists = [];
    this.endings = [];
    this.stems = new Map();
    this.begun = new Map();
    this.services = new Map();
    this.codes = [];
    this.weak = new Set();
    this.known = new Map();
    this.mended = new Map();
  }

  /** Learns the words of a file; its lists of endings are numbered from where those of the one before end. */
  learn(text) {
    const [lists, rows] = text.split("\n\n");
    const first = this.lists.length;
    for (const line of lists.split("\n")) this.lists.push({ line, first });
    this.known.clear();
    this.mended.clear();
    let said = "";
    for (const row of rows.split("\n").filter(Boolean)) {
      const [rest, number, services] = row.split(" ");
      said = said.slice(0, parseInt(rest[0], 36)) + rest.slice(1);
      this.learnWord(said, number, services, first);
    }
  }

  learnWord(said, number, services, first) {
    const list = number === "-" ? null : first + parseInt(number, 36);
    if (list === null) this.codes.push(said);
    const { own, guessed } = list === null ? CODE : this.head(list);
    const plain = fold(said);
    const term = guessed ? `${plain}~` : plain;
    if (services === "!") this.weak.add(term);
    else if (services) this.services.set(term, services);
    if (list === null) return;
    const stem = plain.slice(0, plain.length - own);
    const lemma = { term, said: guessed ? "" : said, list };
    const here = this.stems.get(stem);
    if (here) here.push(lemma);
    else this.addStem(stem, lemma);
  }

  addStem(stem, lemma) {
    this.stems.set(stem, [lemma]);
    const first = stem.slice(0, 1);
    if (this.begun.has(first)) this.begun.get(first).push(stem);
    else this.begun.set(first, [stem]);
  }

  /** How long the ending of the dictionary form is, and whether the words of a list were guessed. */
  head(number) {
    const list = this.lists[number];
    if (list.own === undefined) {
      const [mark, next] = list.line.split(" ", 2);
      list.guessed = mark === "?";
      const own = list.guessed ? next : mark;
      list.own = own === "-" ? 0 : own.length;
    }
    return list;
  }

  /** The endings of a list, made when they are first asked for; an item may lead to another list. */
  endingsOf(number) {
    this.endings[number] = this.endings[number] || new Set(this.lists[number].line.split(" ").flatMap((item) => this.expanded(item, number)));
    return this.endings[number];
  }

  expanded(item, number) {
    if (item === "?") return [];
    const [start, other] = item.split("+");
    if (other === undefined) return [item === "-" ? "" : item];
    return [...this.endingsOf(this.lists[number].first + parseInt(other, 36))].map((ending) => start + ending);
  }

  /** Every lemma that a folded word may be a form of. */
  lemmas(word) {
    if (this.known.has(word)) return this.known.get(word);
    const found = [];
    for (let cut = word.length; cut >= 0; cut--) {
      for (const lemma of this.stems.get(word.slice(0, cut)) ?? []) {
        if (this.endingsOf(lemma.list).has(word.slice(cut))) found.push(lemma);
      }
    }
    this.known.set(word, found);
    return found;
  }

  /** What a word that is no form of any was meant to be: the same in Latin letters, else the forms nearest to it. */
  instead(word) {
    if (!this.mended.has(word)) {
      const sounds = latin(word);
      const lemmas = sounds === word ? [] : this.lemmas(sounds);
      this.mended.set(word, lemmas.length ? [{ form: sounds, lemmas }] : this.nearest(sounds));
    }
    return this.mended.get(word);
  }

  /** The forms nearest to a word that is none, with their lemmas: one slip in a short word, two in a longer one.
      Hardly anybody misses the first letter, so other beginnings are only tried where these are not near enough. */
  nearest(word) {
    const most = word.length < 5 ? 0 : word.length < 8 ? 1 : 2;
    if (!most || word.length > MODEL_WORD) return [];
    const found = { slips: most, forms: new Map() };
    for (const stem of this.begun.get(word[0]) ?? []) this.compare(word, stem, found);
    if (found.forms.size) found.slips -= 1;
    for (const stem of found.slips ? this.stems.keys() : []) {
      if (beginsWrong(stem, word)) this.compare(word, stem, found);
    }
    return [...found.forms].slice(0, 8).map(([form, lemmas]) => ({ form, lemmas }));
  }

  /** Keeps the forms of a stem that are as near to a word as the nearest so far; nearer ones drive those away. */
  compare(word, stem, found) {
    if (stem.length > word.length + found.slips || !mayBegin(stem, word, found.slips)) return;
    for (const lemma of this.stems.get(stem)) {
      for (const ending of this.endingsOf(lemma.list)) {
        if (Math.abs(stem.length + ending.length - word.length) > found.slips) continue;
        const form = stem + ending;
        const slips = distance(word, form, found.slips);
        if (slips > (lemma.said ? found.slips : Math.min(found.slips, 1))) continue;
        if (slips < found.slips) found.forms.clear();
        found.slips = slips;
        found.forms.set(form, [...(found.forms.get(form) ?? []), lemma]);
      }
    }
  }
}

const rows = [0, 1, 2].map(() => new Uint8Array(MODEL_WORD + 24));

/** Whether a stem and a word differ by a slip in the first letter. */
const beginsWrong = (stem, word) =>
  stem[0] !== word[0] && (stem.length < 2 || stem[1] === word[1] || stem[0] === word[1] || stem[1] === word[0]);

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
