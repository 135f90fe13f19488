/* The offline copy that a reader asked for: help right now and a sheet of one's own. No other page is looked at or kept. */

const NAME = "na-wypadek";
const PATHS = ["{paths}"];

const pathOf = (request) => new URL(request.url).pathname;
const isOurs = (request) => request.method === "GET" && (PATHS.includes(pathOf(request)) || request.headers.has("X-Kartka"));

async function fill() {
  const cache = await caches.open(NAME);
  await cache.addAll(PATHS.map((path) => new Request(path, { cache: "reload" })));
}

/** What the site no longer has is not kept either; the pages of a sheet are taken out where the sheet is. */
async function tidy() {
  const cache = await caches.open(NAME);
  const old = (await cache.keys()).filter((request) => !PATHS.includes(pathOf(request)) && !pathOf(request).endsWith("/"));
  await Promise.all(old.map((request) => cache.delete(request)));
}

/** The newest there is; without a net what was kept. */
async function answer(request) {
  const cache = await caches.open(NAME);
  try {
    const fresh = await fetch(request);
    if (fresh.ok && PATHS.includes(pathOf(request))) await cache.put(pathOf(request), fresh.clone());
    return fresh;
  } catch (error) {
    return (await cache.match(pathOf(request), { ignoreVary: true })) || Response.error();
  }
}

addEventListener("install", (event) => event.waitUntil(fill().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(tidy().then(() => clients.claim())));
addEventListener("fetch", (event) => {
  if (isOurs(event.request)) event.respondWith(answer(event.request));
});
