/* The state of the search in the address: in the fragment, which no server sees. */

import { chosenIn, fragmentOf } from "../narrow/address.js";

/** What the address asks for; words after `?` are moved to where no server sees them. */
export function asked() {
  const wanted = new URLSearchParams(location.search);
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) wanted.set(name, value);
  const read = { q: wanted.get("q") || "", chosen: chosenIn(wanted), literal: false };
  if (location.search) history.replaceState(null, "", location.pathname + fragment(read));
  return read;
}

const fragment = ({ q, chosen }) => fragmentOf(chosen, q ? [`q=${encodeURIComponent(q)}`] : []);

/** Writes the state into the address; of a query that tells of danger no trace is left. */
export function remember(state, found, add) {
  const told = { ...state, q: found && !found.needs.length ? found.heard.trim() : "" };
  const address = location.pathname + fragment(told);
  if (address !== location.pathname + location.hash) history[add ? "pushState" : "replaceState"](null, "", address);
}
