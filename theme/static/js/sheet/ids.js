/* Which places are on "my sheet": in the fragment of the address, and on the device only if somebody asks for it. */

const NAME = "kartka";
const DAYS = 30;
const MOST = 12;
const ID = /^[a-z0-9-]+\/[a-z0-9-]+$/;

const params = () => new URLSearchParams(location.hash.slice(1));
const sound = (ids) => ids.filter((id, at) => ID.test(id) && ids.indexOf(id) === at).slice(0, MOST);

/** What the device keeps; nothing after its last day, or where nothing may be kept. */
export function kept() {
  try {
    const { ids, until } = JSON.parse(localStorage.getItem(NAME)) || {};
    if (until > Date.now()) return sound(ids);
    localStorage.removeItem(NAME);
  } catch (error) {
    return null;
  }
  return null;
}

/** Keeps the places on the device for thirty days more, or forgets them. */
export function keep(ids) {
  try {
    if (ids) localStorage.setItem(NAME, JSON.stringify({ ids, until: Date.now() + DAYS * 864e5 }));
    else localStorage.removeItem(NAME);
  } catch (error) {
    return false;
  }
  return true;
}

export const chosen = () => sound([...(params().get(NAME) || "").split(","), ...(kept() || [])]);

/** A fragment with these places; what else stood in it stays. */
export function withPlaces(fragment, ids) {
  const others = fragment.replace(/^#/, "").split("&").filter((part) => part && !part.startsWith(`${NAME}=`));
  const all = ids.length ? [...others, `${NAME}=${ids.join(",")}`] : others;
  return all.length ? `#${all.join("&")}` : "";
}

export function write(ids) {
  history.replaceState(history.state, "", location.pathname + withPlaces(location.hash, ids));
  if (kept()) keep(ids.length ? ids : null);
}
