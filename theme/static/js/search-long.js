/* A list so long that its pages are not read one after another: what is known of each service comes from the index, its
   card from the page of its organization, where it is shown. Loaded only where the list has more than a dozen pages. */

import { pageAt } from "./site/page-at.js";

/** The kinds of choices that the index knows, by the letter before their codes; the others are not offered here. */
const KINDS = { obszar: "a", forma: "s", dla: "u", dzielnica: "d", jezyk: "l" };
const ENDED = "x:ended";
const root = location.pathname.replace(/szukaj\/.*$/, "");
const pages = new Map();

/** Every service of the index, with what narrows a list. */
export class LongList {
  constructor({ postings, ids, words }) {
    this.postings = postings;
    this.ids = ids;
    this.codes = words.codes.filter((code) => Object.values(KINDS).includes(code[0]));
    this.isReady = false;
  }

  /** A card for every service: those of this page first, with their rows, then the others without. */
  async everyCard(here) {
    await this.postings.prepare([ENDED]);
    const known = new Map(here.map((card) => [card.id, card]));
    const ended = this.postings.has(ENDED);
    const all = this.ids.map((id, service) => Object.assign(known.get(id) || { id, row: null }, { service, ended: ended(service) }));
    return [...here, ...all.filter(({ id }) => !known.has(id))];
  }

  /** Fetches what tells the services of every choice. */
  async prepare() {
    await this.postings.prepare(this.codes);
    this.isReady = true;
  }

  /** Whether a card is of all kinds that are wanted, as `fits` of a short list says. */
  fitting(wanted, but) {
    const kinds = wanted.filter(([name]) => name !== but).map(([name, codes]) => codes.map((code) => this.postings.has(`${KINDS[name]}:${code}`)));
    return ({ service }) => kinds.every((codes) => codes.some((has) => has(service)));
  }

  /** How many of the cards each choice of a kind would leave. */
  counts(cards, name, wanted) {
    const fits = this.fitting(wanted, name);
    const left = new Uint8Array(this.ids.length);
    for (const card of cards) if (fits(card)) left[card.service] = 1;
    const own = this.codes.filter((code) => code[0] === KINDS[name]);
    return new Map(own.map((code) => [code.slice(2), this.postings.of(code).services.reduce((sum, service) => sum + left[service], 0)]));
  }

  /** Gives cards their rows. */
  async fetchRows(cards) {
    await Promise.all(cards.filter(({ row }) => !row).map(async (card) => {
      const page = await organization(card.id.split("/")[0]);
      const found = [...page.querySelectorAll("article[data-service]")].filter(({ dataset }) => dataset.service === card.id)[0];
      if (!found) throw new Error(card.id);
      card.row = found.closest("li");
    }));
  }
}

function organization(id) {
  if (!pages.has(id)) pages.set(id, pageAt(`${root}organizacje/${id}/`));
  return pages.get(id);
}
