/* Read by every browser, however old: where the script of the search did not start, it shows where to look instead. */
(function () {
  "use strict";

  window.addEventListener("load", function () {
    var button = document.querySelector("form[role=search] button");
    if (button && button.disabled) document.querySelector("[data-cannot]").removeAttribute("hidden");
  });
})();
