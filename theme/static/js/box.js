/* The search box of other pages: leads to the list with the words in the fragment, which no server sees. */

const form = document.querySelector("form[role=search]");

form.querySelector("button").disabled = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  location.assign(`${form.getAttribute("action")}#q=${encodeURIComponent(form.elements.q.value.trim())}`);
});
