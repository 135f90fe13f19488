/* What is chosen, as it stands in the fragment of the address, which no server sees. */

import { FACETS } from "./choices.js";

/** What a fragment or query string says is chosen. */
export const chosenIn = (wanted) => Object.fromEntries(FACETS.map((name) => [name, (wanted.get(name) || "").split(",").filter(Boolean)]));

/** A fragment that says what is chosen after some other `parts`; the places on the sheet of the reader stay in it. */
export function fragmentOf(chosen, parts = []) {
  const said = [...parts];
  for (const name of FACETS) {
    if (chosen[name].length) said.push(`${name}=${chosen[name].map(encodeURIComponent).join(",")}`);
  }
  const sheet = new URLSearchParams(location.hash.slice(1)).get("kartka");
  if (sheet) said.push(`kartka=${sheet.replace(/[^a-z0-9\/,-]/g, "")}`);
  return said.length ? `#${said.join("&")}` : "";
}
