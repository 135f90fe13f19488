/* The style page shows at once what scripts of other pages show only when it is needed, and tells landmarks apart. */

for (const part of document.querySelectorAll("[data-example] [hidden]")) part.hidden = false;
for (const part of document.querySelectorAll("[data-example] [aria-label]")) {
  part.setAttribute("aria-label", `${part.getAttribute("aria-label")} (${part.closest("[data-example]").id})`);
}
