/* The style page shows at once what scripts of other pages show only when it is needed. */

for (const part of document.querySelectorAll("[data-example] [hidden]")) part.hidden = false;
