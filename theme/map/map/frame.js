/* The frame of the map on its page: its words, its buttons, and small things that all parts of it need. */

export const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
export const frame = document.querySelector("[data-map]");
export const words = JSON.parse(frame.dataset.words);
export const SIZE = 44;

export function element(tag, text, className = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
}

export function label(control, text) {
  control.title = text;
  control.setAttribute("aria-label", text);
}

export async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer;
}

/* `replaceChildren`, which older browsers do not have. */
export function fill(box, ...parts) {
  while (box.firstChild) box.firstChild.remove();
  box.append(...parts);
}

/* A button above the map that stands there once what it does can be done. */
export function offer(name, act) {
  const button = frame.querySelector(`[data-map-${name}]`);
  if (!button) return null;
  button.hidden = false;
  button.addEventListener("click", () => act(button));
  return button;
}
