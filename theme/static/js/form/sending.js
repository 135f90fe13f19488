/* The ways in which a list of changes leaves the page, each by a press of the reader: nothing is sent by the page. */

import { button, made, say, settings } from "./elements.js";

const LONGEST_MAIL = 1900;
const LONGEST_ADDRESS = 7500;

/** The ways that there are, the private ones first where a public message could harm somebody. */
export function sendingPart({ rows, sentences, subject, isPrivate }) {
  const list = JSON.stringify(rows);
  const text = [say("mail.greeting"), "", ...sentences.map((sentence) => `– ${sentence}`), "", say("mail.list"), list, ""].join("\r\n");
  const mailbox = isPrivate ? settings.privateMail || settings.mail : settings.mail;
  const ways = [
    mailbox ? mailWay(mailbox, subject, text, isPrivate) : null,
    settings.repository && !isPrivate ? issueWay(subject, list) : null,
    settings.repository && isPrivate ? made("details", {}, made("summary", {}, say("send.public")), issueWay(subject, list)) : null,
    fileWay(list),
    paperWay(text),
  ];
  const nobody = mailbox || settings.repository ? null : made("p", { class: "note", "data-nobody": true }, say("send.nobody"));
  return made("div", { class: "ways" }, nobody, ...ways.filter(Boolean));
}

const way = (...parts) => made("div", { class: "send-way" }, ...parts);

function mailWay(mailbox, subject, text, isPrivate) {
  const address = `mailto:${mailbox}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
  if (address.length > LONGEST_MAIL) {
    const short = `mailto:${mailbox}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(say("mail.attach"))}`;
    return way(made("a", { class: "button", href: short, "data-mail": true }, say("send.mail")), made("p", { class: "small" }, say("send.tooLong")));
  }
  return way(made("a", { class: "button", href: address, "data-mail": true }, say(isPrivate ? "send.private" : "send.mail")), made("p", { class: "small" }, say("send.mailHint")));
}

function issueWay(subject, list) {
  const address = `${settings.repository}/issues/new?template=zmiana.yml&title=${encodeURIComponent(subject)}&zmiany=${encodeURIComponent(list)}`;
  if (address.length > LONGEST_ADDRESS) return way(made("p", { class: "small" }, say("send.issueTooLong")));
  return way(made("a", { class: "button", href: address, rel: "noreferrer", "data-issue": true }, say("send.issue")), made("p", { class: "small" }, say("send.issueHint")));
}

function fileWay(list) {
  const file = URL.createObjectURL(new Blob([list], { type: "application/json" }));
  return way(made("a", { class: "button", href: file, download: "zmiany.json", "data-file": true }, say("send.file")), made("p", { class: "small" }, say("send.fileHint")));
}

/** To be copied by hand, or printed. */
function paperWay(text) {
  const area = made("textarea", { readonly: true, rows: "6", "aria-label": say("send.text"), "data-list": true });
  area.value = text.replace(/\r\n/g, "\n");
  return made("details", { class: "send-way" }, made("summary", {}, say("send.paper")), area, button(say("send.print"), () => print()));
}
