/** Another page of this site as a document; the browser reads it itself, so no text is ever turned into one here. */
export const pageAt = (path, headers = {}) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", path);
    for (const name of Object.keys(headers)) request.setRequestHeader(name, headers[name]);
    request.responseType = "document";
    request.onload = () => (request.status === 200 ? resolve(request.response) : reject(new Error(path)));
    request.onerror = () => reject(new Error(path));
    request.send();
  });

/** The page that is open, as it is published now. */
export const publishedNow = () => pageAt(location.pathname, { "Cache-Control": "no-cache" });
