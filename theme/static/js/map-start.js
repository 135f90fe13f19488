/* Opens the map when it is asked for: not a byte of it is loaded before, and then all of it at once. */

function load(tag, parts) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(tag), parts);
    element.addEventListener("load", resolve);
    element.addEventListener("error", reject);
    document.head.append(element);
  });
}

function ahead(files) {
  document.head.append(...files.map((file) => Object.assign(document.createElement("link"), { rel: "preload", ...file })));
}

async function open(button) {
  const frame = document.querySelector("[data-map]");
  const styles = JSON.parse(button.dataset.styles);
  const scripts = JSON.parse(button.dataset.scripts);
  button.disabled = true;
  const data = [frame.dataset.source, frame.dataset.ground].filter(Boolean);
  ahead(scripts.map((href) => ({ as: "script", href })));
  ahead(data.map((href) => ({ as: "fetch", crossOrigin: "anonymous", href })));
  try {
    await Promise.all(styles.map((href) => load("link", { rel: "stylesheet", href })));
    frame.hidden = false;
    await Promise.all(scripts.map((src) => load("script", { src, async: false })));
    frame.focus();
  } catch {
    frame.hidden = true;
    document.querySelector("[data-map-failed]").hidden = false;
  }
  button.hidden = true;
}

for (const button of document.querySelectorAll("[data-map-start]")) {
  button.hidden = false;
  button.addEventListener("click", () => open(button));
}
