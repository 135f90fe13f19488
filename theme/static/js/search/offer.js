/* Who asks in Ukrainian is offered Ukrainian; who writes as Russian or Belarusian alone do, by letters or by words,
   or in Cyrillic that may be any of the three, every language of the site. */

import { language } from "./page.js";

const offer = document.querySelector("[data-offer]");
const CYRILLIC = /[\u0400-\u04ff]/;
const NOT_RUSSIAN = /[іїєґ'’ʼ]/i;
const NOT_UKRAINIAN = /[ыэъёў]|(?:^|[^а-яіїєґў])(?:где|что|как|мне|меня|нужн.*|помощь|помогите|негде|еда|еду|поесть|жить|деньги|бесплатн.*|работа|дзе|мяне|дапамог.*|трэба|няма|хачу|есці)(?![а-яіїєґў])/i;

/** Shows the languages that a query asks for; nothing where it is the page's own. */
export function offerLanguages(query) {
  if (!offer) return;
  const maybe = CYRILLIC.test(query) && language !== "uk";
  const all = NOT_UKRAINIAN.test(query) || (maybe && !NOT_RUSSIAN.test(query));
  const links = [...offer.querySelectorAll("a")];
  for (const link of links) link.parentNode.hidden = !(all || (link.hreflang === "uk" && maybe));
  offer.hidden = links.every((link) => link.parentNode.hidden);
}

/* What was asked goes along as far as the address tells it: a query that tells of danger stays behind. */
for (const link of document.querySelectorAll("[data-offer] a, .languages a")) {
  link.addEventListener("click", () => {
    link.hash = location.hash;
  });
}
