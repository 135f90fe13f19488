/* The state of the search in the address: in the fragment, which no server sees. */

import { FACETS } from "./page.js";

/** What the address asks for; words after `?` are moved to where no server sees them. */
export function asked() {
  const wanted = new URLSearchParams(location.search);
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) wanted.set(name, value);
  const chosen = FACETS.map((name) => [name, (wanted.get(name) || "").split(",").filter(Boolean)]);
  const read = { q: wanted.get("q") || "", chosen: Object.fromEntries(chosen), literal: false };
  if (location.search) history.replaceState(null, "", location.pathname + fragment(read));
  return read;
}

function fragment({ q, chosen }) {
  const parts = q ? [`q=${encodeURIComponent(q)}`] : [];
  for (const name of FACETS) {
    if (chosen[name].length) parts.push(`${name}=${chosen[name].map(encodeURIComponent).join(",")}`);
  }
  const sheet = new URLSearchParams(location.hash.slice(1)).get("kartka");
  if (sheet) parts.push(`kartka=${sheet.replace(/[^a-z0-9\/,-]/g, "")}`);
  return parts.length ? `#${parts.join("&")}` : "";
}

/** Writes the state into the address; of a query that tells of danger no trace is left. */
export function remember(state, found, add) {
  const told = { ...state, q: found && !found.needs.length ? found.heard.trim() : "" };
  const address = location.pathname + fragment(told);
  if (address !== location.pathname + location.hash) history[add ? "pushState" : "replaceState"](null, "", address);
}
