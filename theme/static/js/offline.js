/* Keeps help right now on the device for days without a net, only if somebody asks, and takes it away again. */

import { canCopy, dropCopy, isCopied } from "./sheet/copy.js";

const part = document.querySelector("[data-offline]");
const words = part.dataset;
const [keepIt, dropIt] = part.querySelectorAll("button");
const said = part.querySelector("[data-said]");
const worker = { createScriptURL: () => words.worker };
const trusted = window.trustedTypes ? trustedTypes.createPolicy("offline", worker) : worker;

async function show() {
  const copied = await isCopied();
  keepIt.hidden = copied;
  dropIt.hidden = !copied;
  if (!navigator.onLine) said.textContent = words.copy;
}

async function tryTo(action, done) {
  try {
    await action();
    said.textContent = done;
  } catch (error) {
    said.textContent = words.failed;
  }
  await show();
}

const register = async () => {
  await navigator.serviceWorker.register(trusted.createScriptURL(""));
  await navigator.serviceWorker.ready;
};

if (canCopy()) {
  part.hidden = false;
  keepIt.addEventListener("click", () => tryTo(register, words.kept));
  dropIt.addEventListener("click", () => tryTo(() => dropCopy(words.worker), words.dropped));
  addEventListener("offline", show);
  show();
}
