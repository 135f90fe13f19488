/* Elements of the form; every text is set as text. */

export const settings = JSON.parse(document.getElementById("form-settings").textContent);
export const place = document.querySelector("[data-form]");

/** A sentence of the form by its key, its `{values}` filled in. */
export function say(key, values = {}) {
  return settings.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name] || "");
}

/** Puts other children into an element. */
export function refill(element, ...children) {
  while (element.firstChild) element.firstChild.remove();
  element.append(...children);
}

let counted = 0;
export const newId = () => `f${(counted += 1)}`;

/** An element with attributes and children: `on…` are listeners, `false` leaves an attribute out. */
export function made(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

export const button = (text, press, attributes = {}) => made("button", { type: "button", class: "quiet", onclick: press, ...attributes }, text);

/** A labelled control with a hint and a place for what is wrong with it. */
export function field(label, control, more = {}) {
  const id = newId();
  control.id = id;
  const told = more.hint;
  if (told) control.setAttribute("aria-describedby", `${id}h ${id}p`);
  else control.setAttribute("aria-describedby", `${id}p`);
  return made("div", { class: "field" }, made("label", { for: id }, label), told ? made("p", { class: "small", id: `${id}h` }, told) : null, control, made("p", { class: "field-fault", id: `${id}p`, role: "status" }));
}

/** Says what is wrong with a control, or that nothing is; `code` names the remark, which a page explains. */
export function tellFault(control, sentences, isError, code = "") {
  const told = document.getElementById(`${control.id}p`);
  if (!told) return;
  told.textContent = sentences.join(" ");
  if (code) told.append(" ", made("a", { href: `${place.dataset.how}uwagi/${code.split(".")[0]}/#${code}`, target: "_blank", rel: "noopener" }, say("explained")));
  told.dataset.level = sentences.length ? (isError ? "error" : "note") : "";
  if (isError && sentences.length) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
}
