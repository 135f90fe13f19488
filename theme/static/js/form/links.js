/* Addresses of pages taken apart as the program takes them: what a browser would find, and where they really lead. */

import { isWhole } from "./notation.js";

const PORTS = ["", "80", "443"];

/** The code of what is wrong with a link, or nothing. */
export function linkFault(rules, text) {
  const link = readLink(rules, text);
  if (!link) return "link.unreadable";
  if (link.user) return "link.user";
  const labels = link.host.split(".");
  if (labels.some((label) => scriptsOf(rules, label).length > 1)) return "link.mixed";
  const odd = [...link.host].some((char) => char > "\u007f" && !"ąćęłńóśźż".includes(char));
  if (odd && scriptsOf(rules, link.host).join() !== "Cyrillic") return "link.foreign";
  const number = machineNumber(link.host);
  if (rules.notation.near.includes(labels.slice(-1)[0]) || link.host.endsWith(".home.arpa") || (number && !isGlobal(number))) return "link.near";
  return number || !PORTS.includes(link.port) ? "link.machine" : "";
}

function readLink(rules, text) {
  const parts = /^https?:\/\/([^/?#]*)/i.exec(text);
  if (!parts || text.includes("\\") || /[[\]]/.test(parts[1])) return null;
  const at = parts[1].lastIndexOf("@");
  const [, name, port = ""] = /^([^:]*)(?::(.*))?$/.exec(parts[1].slice(at + 1)) || [];
  if (name === undefined || !/^[0-9]*$/.test(port) || (port && (Number(port) < 1 || Number(port) > 65535))) return null;
  const host = seenHost(rules, name.toLowerCase());
  return host === null ? null : { host, port: port && String(Number(port)), user: at < 0 ? "" : parts[1].slice(0, at) || "@" };
}

function seenHost(rules, host) {
  const labels = host.replace(/\.$/, "").split(".").map((label) => seenLabel(rules, label));
  if (labels.length < 2 || host.length > 253 || labels.includes(null)) return null;
  const seen = labels.join(".");
  return isWhole(rules, "machine", labels.slice(-1)[0]) && !machineNumber(seen) ? null : seen;
}

function seenLabel(rules, label) {
  const seen = label.startsWith("xn--") ? unpacked(label.slice(4)) : label;
  if (seen === null) return null;
  const fits = isWhole(rules, "label", seen) && seen.normalize("NFKC").toLowerCase() === seen;
  return fits && !seen.includes("_") ? seen : null;
}

/** Four parts of 0–255, as a list of numbers; nothing where a host is a name. */
function machineNumber(host) {
  const parts = host.split(".");
  const are = parts.length === 4 && parts.every((part) => /^(0|[1-9][0-9]{0,2})$/.test(part) && Number(part) < 256);
  return are ? parts.map(Number) : null;
}

function isGlobal([a, b, c]) {
  if ([0, 10, 127].includes(a) || a >= 240 || (a === 100 && b >= 64 && b < 128) || (a === 169 && b === 254)) return false;
  if ((a === 172 && b >= 16 && b < 32) || (a === 192 && (b === 168 || (b === 0 && [0, 2].includes(c))))) return false;
  return !((a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) || (a === 203 && b === 0 && c === 113));
}

const scriptsOf = (rules, text) => rules.notation.scripts.filter((script) => new RegExp(`\\p{Script=${script}}`, "u").test(text));

/** A label of a host in letters (RFC 3492); nothing where it is none. */
function unpacked(label) {
  const edge = label.lastIndexOf("-");
  const letters = [...label.slice(0, Math.max(edge, 0))].map((char) => char.codePointAt(0));
  let [code, place, bias, read] = [128, 0, 72, edge + 1];
  while (read < label.length) {
    const before = place;
    for (let weight = 1, step = 36; ; step += 36) {
      const digit = "abcdefghijklmnopqrstuvwxyz0123456789".indexOf(label[read] || "?");
      if (digit < 0) return null;
      read += 1;
      place += digit * weight;
      const least = step <= bias ? 1 : Math.min(step - bias, 26);
      if (digit < least) break;
      weight *= 36 - least;
    }
    const count = letters.length + 1;
    let delta = before ? (place - before) >> 1 : Math.floor((place - before) / 700);
    delta += Math.floor(delta / count);
    let turns = 0;
    for (; delta > 455; turns += 36) delta = Math.floor(delta / 35);
    bias = turns + Math.floor((36 * delta) / (delta + 38));
    code += Math.floor(place / count);
    place %= count;
    if (code > 0x10ffff) return null;
    letters.splice(place, 0, code);
    place += 1;
  }
  return String.fromCodePoint(...letters);
}
