/* What is folded at first stands at the end of a page, so that its first screen comes sooner. */

/** Puts each such part into its place; whoever calls it again finds none left. */
export function unfold() {
  for (const part of document.querySelectorAll("template[data-into]")) document.querySelector(part.dataset.into).append(part.content);
}
