/* What is folded on the screen is whole on paper, also where the style of printing cannot unfold it. */

let unfolded = [];

addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("main details:not([open])")];
  for (const part of unfolded) part.open = true;
});

addEventListener("afterprint", () => {
  for (const part of unfolded) part.open = false;
});
