/* An address as a QR code: bytes with the lowest correction (L), in the smallest square that holds them. */

import { corrected } from "./qr/correction.js";
import { masked, patterns } from "./qr/square.js";

/** Correction bytes of a block and number of blocks, for each size from 1; a larger square no telephone reads off paper. */
const CORRECTION = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26];
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12];
const QUIET = 2;
const SVG = "http://www.w3.org/2000/svg";

/** All bytes, those of corrections too, that a square of a size has room for. */
function room(size) {
  const marks = size > 1 ? Math.floor(size / 7) + 2 : 0;
  const bits = (16 * size + 128) * size + 64 - (marks ? (25 * marks - 10) * marks - 55 : 0) - (size > 6 ? 36 : 0);
  return bits >> 3;
}

/** Mode, length, the bytes themselves, and what fills up. */
function filled(bytes, size, length) {
  const wide = size > 9;
  const nibbles = [4, ...(wide ? [bytes.length >> 12, (bytes.length >> 8) & 15] : []), (bytes.length >> 4) & 15, bytes.length & 15];
  for (const byte of bytes) nibbles.push(byte >> 4, byte & 15);
  nibbles.push(0);
  const found = [];
  for (let place = 0; place < nibbles.length; place += 2) found.push((nibbles[place] << 4) | nibbles[place + 1]);
  for (let turn = 0; found.length < length; turn++) found.push(turn % 2 ? 0x11 : 0xec);
  return found;
}

/** Rows of dark (1) and light (0) modules; null where the text is too long. A number from 0 to 7 chooses the mask. */
export function modules(text, mask) {
  const bytes = [...new TextEncoder().encode(text)];
  for (let size = 1; size <= CORRECTION.length; size++) {
    const length = room(size) - CORRECTION[size - 1] * BLOCKS[size - 1];
    if (bytes.length + (size > 9 ? 3 : 2) > length) continue;
    const all = corrected(filled(bytes, size, length), CORRECTION[size - 1], BLOCKS[size - 1]);
    return masked(patterns(size), all, mask);
  }
  return null;
}

/** A drawing of an address, black on white in every palette; null where it is too long. */
export function drawing(text) {
  const rows = modules(text);
  if (!rows) return null;
  const side = rows.length + 2 * QUIET;
  const made = (name, values) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(values)) element.setAttribute(key, value);
    return element;
  };
  const svg = made("svg", { class: "qr", viewBox: `0 0 ${side} ${side}`, width: side * 2, height: side * 2, "aria-hidden": "true", focusable: "false", "shape-rendering": "crispEdges" });
  const dark = rows.map((row, y) => row.map((one, x) => (one ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")).join("")).join("");
  svg.append(made("path", { fill: "#fff", d: `M0 0h${side}v${side}H0z` }), made("path", { fill: "#000", d: dark }));
  return svg;
}
