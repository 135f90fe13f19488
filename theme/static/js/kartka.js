/* "My sheet": the places of the fragment, each read from its own page of this site; to print, send, copy or forget. */

import { copyPages } from "./sheet/copy.js";
import { chosen, keep, kept, withPlaces, write } from "./sheet/ids.js";
import { pageAt } from "./site/page-at.js";

const find = (selector) => document.querySelector(selector);
const sheet = find("[data-sheet]");
const words = sheet.dataset;
const remember = find("[data-remember]");
let ids = chosen();
/** Lets an offline copy answer. */
const FOR_COPY = { "X-Kartka": "1" };

function made(name, text, className) {
  const element = document.createElement(name);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

/** A place as on paper; none where its page has a quick way out. */
function slip(page, id) {
  const given = page.querySelector("article.sheet");
  if (!given || page.documentElement.classList.contains("guarded")) return null;
  const article = made("article", "", "slip");
  article.dataset.service = id;
  const title = made("h2", given.querySelector("h1").textContent);
  article.append(title);
  for (const part of given.querySelectorAll(":scope > .card-who, :scope > .calls, :scope > .where, :scope > .for, :scope > .hours, :scope > .trust, :scope > .ask")) {
    article.append(document.adoptNode(part));
  }
  for (const icon of article.querySelectorAll("svg")) icon.remove();
  const out = made("button", words.remove, "quiet not-on-paper");
  out.type = "button";
  out.addEventListener("click", () => change(ids.filter((other) => other !== id)));
  article.append(out);
  return article;
}

const row = (content) => {
  const item = document.createElement("li");
  item.append(content);
  return item;
};

/** The pages of the sheet stand in the offline copy too, as long as both are asked for. */
const copySheet = () => copyPages(kept() ? ids.map((id) => words.services + id + "/") : []).catch(() => undefined);

async function show() {
  const wanted = ids;
  const parts = await Promise.all(wanted.map((id) => pageAt(`${words.services}${id}/`, FOR_COPY).then((page) => slip(page, id)).catch(() => made("p", words.missing))));
  if (wanted !== ids) return;
  sheet.textContent = "";
  sheet.append(...parts.filter(Boolean).map(row));
  find("[data-some]").hidden = !ids.length;
  if (ids.length) import(words.hours); // the clock, which an empty sheet does not need
  find("[data-none]").hidden = ids.length > 0;
  showCode();
  const text = inWords();
  find("[data-sms]").href = `sms:?&body=${encodeURIComponent(text)}`;
  find("[data-mail]").href = `mailto:?subject=${encodeURIComponent(document.title)}&body=${encodeURIComponent(text)}`;
}

/** The address of what the sheet shows as a code that another telephone reads. */
async function showCode() {
  const shown = [...sheet.querySelectorAll(".slip")].map((slip) => slip.dataset.service);
  const { drawing } = shown.length ? await import(words.qr).catch(() => ({})) : {};
  const drawn = drawing && drawing(location.origin + location.pathname + withPlaces("", shown));
  const code = find("[data-code]");
  for (const old of code.querySelectorAll("svg")) old.remove();
  if (drawn) code.prepend(drawn);
  code.hidden = !drawn;
}

/** The sheet as plain text: a name, who, a number and a street for each place. */
function inWords() {
  const lines = (slip) => [...slip.querySelectorAll("h2, .card-who, .call strong, .where")].map((part) => part.textContent.trim().replace(/\s+/g, " "));
  return [...sheet.querySelectorAll(".slip")].map((slip) => lines(slip).join("\n")).join("\n\n");
}

function change(others) {
  ids = others;
  write(ids);
  show();
  copySheet();
}

async function copy() {
  const text = inWords();
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    const area = made("textarea", text);
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  find("[data-said]").textContent = words.copied;
}

remember.checked = Boolean(kept());
remember.addEventListener("change", () => {
  keep(remember.checked && ids.length ? ids : null);
  copySheet();
});
find("[data-print]").addEventListener("click", () => print());
find("[data-copy]").addEventListener("click", copy);
find("[data-forget]").addEventListener("click", () => {
  keep(null);
  remember.checked = false;
  change([]);
  find("[data-said]").textContent = words.forgotten;
});
addEventListener("hashchange", () => {
  ids = chosen();
  show();
});
for (const part of document.querySelectorAll("[data-with-script]")) part.hidden = false;
show();
