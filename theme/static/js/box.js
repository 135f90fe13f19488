/* The search box of other pages: leads to the list with the words in the fragment, which no server sees. */

/* More than the search reads, so that it says what it left out, and less than an address may hold. */
const MOST = 400;
const form = document.querySelector("form[role=search]");

form.querySelector("button").disabled = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const asked = [...form.elements.q.value.trim()].slice(0, MOST).join("");
  location.assign(`${form.getAttribute("action")}#q=${encodeURIComponent(asked)}`);
});
