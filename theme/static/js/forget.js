/* Forgets all that this site keeps on the device, which is only what somebody asked for. */

import { dropCopy } from "./sheet/copy.js";

const part = document.querySelector("[data-forget-all]");

part.hidden = false;
part.querySelector("button").addEventListener("click", async () => {
  try {
    for (const name of part.dataset.names.split(" ")) localStorage.removeItem(name);
  } catch (error) {
    /* nothing can be kept where nothing may be stored */
  }
  await dropCopy(part.dataset.worker);
  history.replaceState(null, "", location.pathname);
  part.querySelector("[role=status]").textContent = part.dataset.said;
});
