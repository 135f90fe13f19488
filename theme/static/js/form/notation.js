/* Numbers, words and links as people write them, judged by the patterns that the rules bring. */

const compiled = new Map();

/** A pattern of the rules; `whole` asks for the whole text. */
function pattern(rules, name, whole = false) {
  const key = `${name}:${whole}`;
  if (!compiled.has(key)) {
    const [source, flags] = rules.notation.patterns[name] || rules.checks.patterns[name];
    compiled.set(key, madePattern(whole ? `^(?:${source})$` : source, flags));
  }
  return compiled.get(key);
}

/** A pattern that finds nothing where an old browser does not know how it is written: the program looks again. */
function madePattern(source, flags) {
  try {
    return new RegExp(source, flags);
  } catch {
    return /(?!)/;
  }
}

export const finds = (rules, name, text) => text.match(pattern(rules, name));
export const isWhole = (rules, name, text) => pattern(rules, name, true).test(text);
const all = (rules, name, text) => [...text.matchAll(new RegExp(pattern(rules, name), `g${pattern(rules, name).flags}`))];

/** Small letters without diacritics. */
export function foldedText(text) {
  const plain = text.replace(/[łŁøØđĐ]/g, (letter) => ({ ł: "l", Ł: "L", ø: "o", Ø: "O", đ: "d", Đ: "D" })[letter]);
  return plain.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
}

export const foldedWords = (text) => foldedText(text).match(/[\p{L}\p{N}]+/gu) || [];

/** What fills a field of set form, in the signs of a keyboard, without quotes around it. */
export function plainSigns(rules, text) {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  const spaced = plainSpaces(rules, text.replace(/[\uff01-\uff5e]/g, (sign) => sign.normalize("NFKC")));
  let plain = spaced.replace(global(rules, "dash"), "-").replace(global(rules, "joiner"), "");
  while (plain.length > 1 && isWhole(rules, "around", plain[0]) && isWhole(rules, "around", plain.slice(-1)[0])) plain = plain.slice(1, -1);
  return plain.trim();
}

export const plainSpaces = (rules, text) => text.replace(global(rules, "space"), " ");
const global = (rules, name) => new RegExp(pattern(rules, name), `g${pattern(rules, name).flags}`);

export function saysNothing(rules, text) {
  return !finds(rules, "seen", text) && !/[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{Nd}]/u.test(text.replace(/[\u115f\u1160\u3164\uffa0]/g, ""));
}

/** Whether a text only says that there is nothing to say. */
export function standsForNothing(rules, text) {
  if ([...text].length > 40 || text.split(" ").length > 4) return false;
  const words = foldedWords(text);
  const { standIns, nothing, ofWhat } = rules.notation;
  if (standIns.includes(words.join(" "))) return true;
  if (words.some((word) => nothing.includes(word)) && words.every((word) => nothing.includes(word) || ofWhat.includes(word))) return true;
  return /^(x{2,}|0{2,})$/.test(words.join(""));
}

/** A number as a telephone dials it. */
export function dialledNumber(rules, number) {
  let digits = number.replace(/\D/g, "");
  if (number.startsWith("+")) return `+${digits}`;
  if (digits.length === 10 && digits.startsWith("0")) digits = digits.slice(1);
  return digits.length === 9 || isWhole(rules, "cityService", digits) ? `+48${digits}` : digits;
}

export function isCompleteNumber(rules, number) {
  const whole = dialledNumber(rules, number);
  const digits = whole.replace("+", "");
  if (whole.startsWith("+48")) return digits.length === 11 || isWhole(rules, "cityService", digits.slice(2));
  return number.startsWith("+") ? digits.length >= 8 && digits.length <= 15 : digits.length >= 3 && digits.length <= 6;
}

/** The code of what is wrong with a number that has enough digits, or nothing. */
export function numberFault(rules, number) {
  const whole = dialledNumber(rules, number);
  const digits = whole.replace("+48", "").replace(/^\+/, "");
  if (isWhole(rules, "noCode", whole) || (new Set(digits).size === 1 && digits.length > 6)) return "number.impossible";
  if (isWhole(rules, "premium", whole)) return "number.premium";
  return isWhole(rules, "premiumSms", whole) ? "number.premium-sms" : "";
}

export function premiumIn(rules, text) {
  const found = text.includes("0") ? finds(rules, "inText", text) : null;
  if (found) return found[0];
  const sms = finds(rules, "smsInText", text);
  if (sms) return sms[1];
  return all(rules, "abroadInText", text).map(([number]) => number).find((number) => numberFault(rules, number) === "number.premium") || "";
}

const holds = (digits, weights) => (weights.reduce((sum, weight, place) => sum + weight * digits[place], 0) % 11) % 10 === Number(digits.slice(-1)[0]);
export const isNip = (rules, digits) => holds(digits, rules.notation.weights.nip);
export const isRegon = (rules, digits) => holds(digits, rules.notation.weights.regon[digits.length]);

export function hasPesel(rules, text) {
  return all(rules, "likePesel", text).some(([found]) => {
    const digits = found.replace(/\D/g, "");
    const sum = rules.notation.weights.pesel.reduce((total, weight, place) => total + weight * digits[place], 0);
    const [month, day] = [Number(digits.slice(2, 4)) % 20, Number(digits.slice(4, 6))];
    return sum % 10 === 0 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  });
}

export function hasAccount(rules, text) {
  return all(rules, "likeAccount", text).some(([found]) => {
    const digits = found.replace(/\D/g, "");
    return [...`${digits.slice(2)}2521${digits.slice(0, 2)}`].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
  });
}

/** Whether a text names a mailbox of one person. */
export function namesMailbox(rules, text) {
  const { given } = rules.checks;
  const free = (provider) => isWhole(rules, "freeMailbox", provider.toLowerCase());
  const parted = all(rules, "mailbox", text).some(([, first, second, provider]) =>
    given.includes(foldedText(first)) || given.includes(foldedText(second)) || (free(provider) && first.length > 1));
  return parted || all(rules, "gluedMailbox", text).some(([, name, provider]) =>
    free(provider) && given.some((one) => one.length > 3 && foldedText(name).startsWith(one)));
}

/** Whether a text names a person: a title before a name, or a given name before another one. */
export function namesPerson(rules, text) {
  return Boolean(finds(rules, "titled", text)) || all(rules, "pair", text).some(([, name]) => rules.checks.given.includes(foldedText(name)));
}

/** A letter of another alphabet in a word of Latin ones, or that makes a word seem Latin. */
export function foreignLetter(rules, text) {
  const found = finds(rules, "mixed", text);
  if (found) return found[1] || found[2];
  const words = all(rules, "cyrillic", text).map(([word]) => word);
  const seems = words.length && finds(rules, "latin", text) && words.every((word) => isWhole(rules, "lookalike", word));
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one), "");
  return seems && longest.length > 1 ? longest[0] : "";
}

export const oddSign = (rules, text) => (finds(rules, "odd", text) || []).slice(1).find(Boolean) || "";
export const linksIn = (rules, text) => all(rules, "link", text).map(([link]) => link);
