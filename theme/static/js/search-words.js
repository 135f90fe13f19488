/* Words of a query: split and folded as at build time, looked up in the lemma model, mended where mistyped. */

import { MODEL_WORD, beginsWrong, distance, mayBegin } from "./search-words/distance.js";
import { misses } from "./search-words/marks.js";

const CODE = { own: 0, guessed: false };
/** Words of so many letters may have two slips, after so many right letters. */
const TWO_SLIPS = 12;
const SURE_START = 3;
/** From so many letters on the first one may be wrong. */
const OTHER_BEGINNING = 7;
/** Words of which no dictionary knows the forms are only mended from so many letters on. */
const GUESSED = 6;
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
export const latin = (word) => word.replace(/[а-яєіґ]/g, (letter) => (letter in SOUNDS ? SOUNDS[letter] : letter));

/** The words of a text in small letters; an apostrophe of any kind inside a word, or a soft sign, joins its parts. */
export const spoken = (text) => text.toLowerCase().normalize("NFC").replace(/['’‘ʼʹ′`´＇ьъ]/g, "").match(/[\p{L}\p{N}]+/gu) || [];

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

  /** Learns the words of a file, and tells the term of each of its lines. The lists of endings of a file are numbered
      from where those of the one before end. */
  learn(text) {
    const [lists, rows] = text.split("\n\n");
    const first = this.lists.length;
    for (const line of lists.split("\n")) this.lists.push({ line, first });
    this.known.clear();
    this.mended.clear();
    let said = "";
    return rows.split("\n").filter(Boolean).map((row) => {
      const [rest, number, services] = row.split(" ");
      said = said.slice(0, parseInt(rest[0], 36)) + rest.slice(1);
      return this.learnWord(said, number, services, first);
    });
  }

  learnWord(said, number, services, first) {
    const list = number === "-" ? null : first + parseInt(number, 36);
    if (list === null && said.includes(":")) this.codes.push(said);
    const { own, guessed } = list === null ? CODE : this.head(list);
    const plain = fold(said);
    const term = guessed ? `${plain}~` : said;
    if (services === "!") this.weak.add(term);
    else if (services) this.services.set(term, services);
    if (list === null) return term;
    const stem = plain.slice(0, plain.length - own);
    const lemma = { term, said: guessed ? "" : said, list };
    const here = this.stems.get(stem);
    if (here) here.push(lemma);
    else this.addStem(stem, lemma);
    return term;
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
      for (const lemma of this.stems.get(word.slice(0, cut)) || []) {
        if (this.endingsOf(lemma.list).has(word.slice(cut))) found.push(lemma);
      }
    }
    this.known.set(word, found);
    return found;
  }

  /** Of the lemmas that a word as it was typed may be a form of, those with its marks where its writer types marks. */
  meant(word, typed, marked) {
    const all = this.lemmas(word);
    if (all.length < 2 || !marked) return all;
    const missed = all.map(({ said, list }) => misses(said.slice(0, said.length - this.head(list).own), typed));
    return all.filter((_, place) => missed[place] <= Math.min(...missed));
  }

  /** What a word that is no form of any was meant to be: the same in Latin letters, else the forms nearest to it. */
  instead(word) {
    if (!this.mended.has(word)) {
      const sounds = latin(word);
      const lemmas = sounds === word ? [] : this.lemmas(sounds);
      this.mended.set(word, lemmas.length ? [{ form: sounds, lemmas }] : this.nearest(word));
    }
    return this.mended.get(word);
  }

  /** The forms nearest to a word that is none, with their lemmas: one slip, two in a long word that begins right.
      Hardly anybody misses the first letter, so other beginnings are only tried for long words, and where these are
      not near enough. */
  nearest(word) {
    const most = word.length < 5 ? 0 : word.length < TWO_SLIPS ? 1 : 2;
    if (!most || word.length > MODEL_WORD) return [];
    const found = { slips: most, forms: new Map() };
    for (const stem of this.begun.get(word[0]) || []) this.compare(word, stem, found);
    found.slips = found.forms.size ? 0 : 1;
    for (const stem of found.slips && word.length >= OTHER_BEGINNING ? this.stems.keys() : []) {
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
        if (slips > 1 && word.slice(0, SURE_START) !== form.slice(0, SURE_START)) continue;
        if (slips > (lemma.said ? found.slips : word.length < GUESSED ? 0 : 1)) continue;
        if (slips < found.slips) found.forms.clear();
        found.slips = slips;
        found.forms.set(form, [...(found.forms.get(form) || []), lemma]);
      }
    }
  }
}
