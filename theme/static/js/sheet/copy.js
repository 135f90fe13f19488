/* The offline copy in the browser's own store: whether there is one, the pages of a sheet in it, and its end. */

const COPY = "na-wypadek";

export const canCopy = () => "serviceWorker" in navigator && "caches" in window;
export const isCopied = async () => canCopy() && caches.has(COPY);

/** Keeps these pages in the copy, if there is one, and no other page of a service. */
export async function copyPages(paths) {
  if (!(await isCopied())) return;
  const cache = await caches.open(COPY);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname.includes("/uslugi/") && !paths.includes(pathname)) await cache.delete(request);
  }
  await Promise.all(paths.map((path) => cache.add(path).catch(() => undefined)));
}

/** Takes the copy away, and what made it. */
export async function dropCopy(worker) {
  if (!canCopy()) return;
  const registered = await navigator.serviceWorker.getRegistration(worker);
  if (registered) await registered.unregister();
  await caches.delete(COPY);
}
