/* Keeps what a page says of the time true as long as it is open. */

const OFTEN = 5000;
const MINUTE = 60000;

/** Runs something now, when a minute begins, when the page wakes or comes back, and when parts that it is about appear. */
export function keepTrue(run, parts) {
  let told = 0;
  const look = () => {
    told = Math.floor(Date.now() / MINUTE);
    run();
  };
  const wait = () => {
    setTimeout(() => {
      if (Math.floor(Date.now() / MINUTE) !== told) look();
      wait();
    }, Math.min(OFTEN, MINUTE - (Date.now() % MINUTE)));
  };
  const appeared = ({ addedNodes }) => [...addedNodes].some((node) => node.querySelector && node.querySelector(parts));
  look();
  wait();
  document.addEventListener("visibilitychange", look);
  for (const name of ["pageshow", "focus"]) addEventListener(name, look);
  new MutationObserver((changes) => {
    if (changes.some(appeared)) look();
  }).observe(document.body, { childList: true, subtree: true });
}
