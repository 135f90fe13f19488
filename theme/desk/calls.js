/* An afternoon with a telephone: one call after another, five questions each, and at the end a list of changes.
   Everything stays on this phone; every text is set as text. */

const { calls, words, roles, questions, day, name } = JSON.parse(document.getElementById("calls").textContent);
const TRIES = 3;
const main = document.querySelector("main");
const state = restored() || { at: 0, calls: calls.map(() => ({ tries: 0, answers: {} })) };

function restored() {
  try {
    const kept = JSON.parse(localStorage.getItem(name));
    return kept && kept.calls && kept.calls.length === calls.length ? kept : null;
  } catch {
    return null;
  }
}

function keep() {
  try {
    localStorage.setItem(name, JSON.stringify(state));
  } catch {
    /* A page from a file may not be allowed to keep anything. */
  }
}

/** An element with attributes and children; texts become text. */
function made(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "press") element.addEventListener("click", value);
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

const button = (text, press, attributes = {}) => made("button", { type: "button", press, ...attributes }, text);
const said = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);

function show() {
  keep();
  document.querySelector("[data-progress]").textContent = said(words.progress, { n: Math.min(state.at + 1, calls.length), all: calls.length });
  main.textContent = "";
  main.append(...(state.at < calls.length ? callParts() : endParts()));
  const first = main.querySelector("[data-first]");
  if (first) first.focus();
  scrollTo(0, 0);
}

function next() {
  state.at += 1;
  show();
}

function callParts() {
  const call = calls[state.at];
  const notes = state.calls[state.at];
  const parts = [made("h2", {}, call.title), made("a", { href: `tel:${call.dialled}`, "data-call": "" }, said(words.dial, { number: call.number }))];
  if (!notes.answered) {
    parts.push(
      button(words.answered, () => { notes.answered = true; show(); }, { "data-answered": "" }),
      button(said(words.no_answer, { n: notes.tries, all: TRIES }), () => missed(notes), { "data-no-answer": "" }),
      button(words.later, next, { "data-later": "" }),
    );
    return parts;
  }
  parts.push(rolesPart(notes));
  for (const [place, entry] of call.entries.entries()) parts.push(entryPart(entry, place, notes));
  parts.push(button(words.next, next, { "data-next": "" }));
  return parts;
}

/** Nobody answered: it is tried again after the others, and three times is an answer too. */
function missed(notes) {
  notes.tries += 1;
  if (notes.tries < TRIES) {
    calls.push(calls.splice(state.at, 1)[0]);
    state.calls.push(state.calls.splice(state.at, 1)[0]);
    show();
  } else {
    next();
  }
}

function rolesPart(notes) {
  const choices = Object.entries(roles).map(([code, text]) =>
    button(text, () => { notes.role = code; show(); }, { "data-role": code, "aria-pressed": String(notes.role === code) }));
  return made("fieldset", {}, made("legend", {}, words.who), ...choices);
}

function entryPart(entry, place, notes) {
  const answers = (notes.answers[entry.id] = notes.answers[entry.id] || {});
  const part = made("section", { "data-entry": entry.id }, made("h3", {}, entry.name), made("p", {}, entry.told));
  part.append(button(words.all_right, () => { for (const { code } of questions) answers[code] = answers[code] || "yes"; show(); }, { "data-all-right": "" }));
  for (const { code, text, field } of questions) {
    const choices = ["yes", "no", "unknown"].map((value) =>
      button(words[value], () => { answers[code] = value; show(); }, { "data-answer": `${code}:${value}`, "aria-pressed": String(answers[code] === value) }));
    const group = made("fieldset", {}, made("legend", {}, text), ...choices);
    if (field && answers[code] === "no" && entry[field]) group.append(correction(entry, code, answers));
    part.append(group);
  }
  return part;
}

function correction(entry, code, answers) {
  const input = made("input", { type: code === "phone" ? "tel" : "text", "aria-label": words.correct, placeholder: words.correct, maxlength: code === "phone" ? "30" : "300", "data-correct": code });
  input.value = answers[`${code}:new`] || "";
  input.addEventListener("input", () => { answers[`${code}:new`] = input.value.trim(); keep(); });
  return input;
}

/** What an editor is to write into the records; nothing is written by this page. */
function changes() {
  return calls.flatMap((call, place) => {
    const notes = state.calls[place];
    if (notes.tries >= TRIES) return call.entries.map((entry) => noted(entry, said(words.silent, { number: call.number, n: TRIES, day }), "nobody"));
    return notes.answered && notes.role ? call.entries.flatMap((entry) => ofEntry(entry, notes.answers[entry.id] || {}, notes.role)) : [];
  });
}

function ofEntry(entry, answers, role) {
  const found = [];
  const wrong = [];
  for (const { code, text, field } of questions) {
    if (answers[code] !== "no") continue;
    const better = answers[`${code}:new`];
    if (field && entry[field] && better) found.push({ ...entry[field], new: better, ...told(entry, role) });
    else wrong.push(text);
  }
  if (wrong.length) found.push(noted(entry, said(words.wrong, { day, who: roles[role], what: wrong.join(" ") }), role));
  const sure = questions.every(({ code, field }) => answers[code] === "yes" || (answers[code] === "no" && field && entry[field] && answers[`${code}:new`]));
  if (sure) found.push({ ...entry.assurance, new: { date: day, method: "phone", by: "redakcja" }, ...told(entry, role) });
  return found;
}

const told = (entry, who) => ({ record: entry.record, who, how: "phone", day });
const noted = (entry, text, who) => ({ ...entry.note, new: [entry.note.old, text].filter(Boolean).join(" "), ...told(entry, who) });

function endParts() {
  const text = JSON.stringify(changes(), null, 1);
  const file = made("a", { href: `data:application/json;charset=utf-8,${encodeURIComponent(text)}`, download: `zmiany-${day}.json`, "data-download": "" }, words.download);
  const area = made("textarea", { readonly: "", "aria-label": words.end, "data-changes": "" });
  area.value = text;
  const again = button(words.again, () => { state.at = 0; show(); });
  return [made("h2", {}, words.end), made("p", {}, words.end_note), made("p", {}, file), area, again];
}

show();
