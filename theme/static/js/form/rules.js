/* The rules of records, asked about a record or a part of one as it is typed: the codes and sentences of the program.
   They come as data: the schema, the vocabularies, patterns and words. */

import { readHours } from "./hours.js";
import { linkFault } from "./links.js";
import { finds, foreignLetter, hasAccount, hasPesel, isCompleteNumber, isNip, isRegon, linksIn, namesMailbox, namesPerson, numberFault, oddSign, plainSigns, plainSpaces, premiumIn, saysNothing, standsForNothing } from "./notation.js";

const KINDS = { string: "text", array: "list", object: "mapping", integer: "integer", number: "number", boolean: "boolean" };
const ANY_TEXT = "^\\S(.*\\S)?$";
const FIXED = ["enum", "x-vocabulary", "x-service", "x-location"];
const sizeOf = (value) => (typeof value === "string" ? [...value].length : Array.isArray(value) ? value.length : Object.keys(value).length);

/** The schema of a member of a mapping or of an item of a list; an empty one where there is none. */
export function partOf(schema, step) {
  if (typeof step === "number") return schema.items || {};
  const named = (schema.properties || {})[step];
  if (named !== undefined) return named === false ? {} : named;
  const pattern = Object.entries(schema.patternProperties || {}).find(([one]) => new RegExp(one).test(step));
  return pattern ? pattern[1] : {};
}

export const schemaAt = (rules, path) => path.reduce(partOf, rules.schema);

/** Text as the kind that the schema says, in the signs of a keyboard. */
export function typedValue(rules, schema, value) {
  if (Array.isArray(value)) return value.map((item) => typedValue(rules, schema.items || {}, item));
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, typedValue(rules, partOf(schema, key), part)]));
  if (typeof value !== "string") return value;
  const fixed = ["string", "integer", "number", "boolean"].includes(schema.type) && !isFree(schema);
  const text = fixed ? plainSigns(rules, value) : plainSpaces(rules, value);
  if (schema.type === "integer" && /^-?(0|[1-9][0-9]{0,14})$/.test(text)) return Number(text);
  if (schema.type === "number" && /^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?$/.test(text)) return Number(text);
  return schema.type === "boolean" && ["true", "false"].includes(text) ? text === "true" : text;
}

const isFree = (schema) =>
  schema.type === "string" && !FIXED.some((key) => key in schema) && schema["x-def"] !== "hours" && [undefined, ANY_TEXT].includes(schema.pattern);

/** Every problem of the parts of a record, each by itself: `{path, code, level, values}`. */
export function problemsIn(rules, record, path = []) {
  const found = [];
  const schema = schemaAt(rules, path);
  look(rules, record, typedValue(rules, schema, record), path, schema, found);
  const known = path.length ? [] : ((record && record.public_contacts) || []).map((one) => one && one.contact).filter((one) => typeof one === "string");
  const isPublic = ({ code, values }) => code.startsWith("safety.p") && known.some((contact) => String(values.value).includes(contact));
  return found.filter((one) => rules.codes.includes(one.code) && !isPublic(one)).map((one) => ({ level: rules.checks.levels[one.code] || "error", ...one }));
}

function look(rules, root, value, path, schema, found) {
  const shape = shapeFault(rules, value, path, schema);
  if (shape) {
    if (shape.code) found.push({ path, code: shape.code, values: { ...nameOf(rules, path), ...shape.values } });
    if (shape.spoils) return;
  }
  if (typeof value === "string") {
    for (const [code, values] of textFaults(rules, value, path, schema)) found.push({ path, code, values: { ...nameOf(rules, path), value, ...values } });
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => look(rules, root, item, [...path, index], partOf(schema, index), found));
  } else if (value && typeof value === "object") {
    for (const [key, part] of Object.entries(value)) {
      const inner = partOf(schema, key);
      if (Object.keys(inner).length) look(rules, root, part, [...path, key], inner, found);
    }
    for (const [key, code, values] of memberFaults(rules, value, schema)) found.push({ path: [...path, key], code, values: { value: value[key], ...values } });
  }
}

/** What the schema refuses of one value. */
function shapeFault(rules, value, path, schema) {
  const empty = emptiness(rules, value, path, schema);
  if (empty) return { code: empty, spoils: true, values: { value } };
  if (schema.type && !isKind(schema.type, value)) {
    const dashed = schema.type === "array" && /^[-–—•*]/.test(value);
    return { code: dashed ? "" : `shape.not-${KINDS[schema.type]}`, spoils: true, values: { value: typeof value === "object" ? "…" : value } };
  }
  const values = { value: typeof value === "object" ? "…" : value, count: value === null || typeof value === "number" ? 0 : typeof value === "boolean" ? 0 : sizeOf(value) };
  if (schema.enum && !schema.enum.includes(value)) return { code: "shape.enum", spoils: true, values: { ...values, allowed: schema.enum.join(", ") } };
  if (typeof value === "string") return ofText(value, schema, values);
  if (typeof value === "number" && (value < schema.minimum || value > schema.maximum)) return isSwapped(rules, value, path) ? { code: "", spoils: true } : { code: "shape.range", spoils: true, values: { ...values, minimum: "minimum" in schema ? schema.minimum : "…", maximum: "maximum" in schema ? schema.maximum : "…" } };
  return Array.isArray(value) ? ofList(value, schema, values) : null;
}

function ofText(value, schema, values) {
  if (schema.pattern && !new RegExp(`^(?:${schema.pattern})$`, "u").test(value)) return { code: "shape.pattern", spoils: true, values };
  if (sizeOf(value) > schema.maxLength) return { code: "shape.too-long", spoils: true, values: { ...values, limit: schema.maxLength } };
  return sizeOf(value) < schema.minLength ? { code: "shape.too-short", spoils: true, values: { ...values, limit: schema.minLength } } : null;
}

function ofList(value, schema, values) {
  if (value.length > schema.maxItems) return { code: "shape.too-many", spoils: true, values: { ...values, limit: schema.maxItems } };
  if (value.length < schema.minItems) return { code: "shape.too-few", spoils: true, values: { ...values, limit: schema.minItems } };
  const twice = schema.uniqueItems && new Set(value.map((item) => JSON.stringify(item))).size < value.length;
  return twice ? { code: "shape.duplicate-item", spoils: true, values } : null;
}

const isKind = (kind, value) =>
  ({ string: typeof value === "string", array: Array.isArray(value), object: Boolean(value) && typeof value === "object" && !Array.isArray(value), integer: Number.isInteger(value), number: typeof value === "number", boolean: typeof value === "boolean" })[kind];

function isSwapped(rules, value, path) {
  const other = { latitude: "longitude", longitude: "latitude" }[path.slice(-1)[0]];
  const bounds = other ? schemaAt(rules, [...path.slice(0, -1), other]) : null;
  return Boolean(bounds) && value >= bounds.minimum && value <= bounds.maximum && !Number.isInteger(value);
}

function emptiness(rules, value, path, schema) {
  const needed = (schemaAt(rules, path.slice(0, -1)).required || []).includes(path.slice(-1)[0]) ? "-needed" : "";
  if (value && typeof value === "object" && !Array.isArray(value)) return path.length && !Object.keys(value).length ? `shape.empty${needed}` : "";
  if (typeof value !== "string") return "";
  if (["", "~", "null", "Null", "NULL"].includes(value) || saysNothing(rules, value)) return `shape.empty${needed}`;
  return standsForNothing(rules, value) && isFree(schema) && !path.includes("stated") ? `shape.stand-in${needed}` : "";
}

/** What the checks find in one text. */
function* textFaults(rules, text, path, schema) {
  const name = path.slice(-1)[0];
  if (schema["x-def"] === "phone_number") {
    if (!isCompleteNumber(rules, text)) yield ["number.phone", { digits: text.replace(/\D/g, "").length }];
    if (numberFault(rules, text)) yield [numberFault(rules, text)];
  }
  const premium = name === "number" ? "" : premiumIn(rules, text);
  if (premium) yield ["number.premium-in-text", { value: premium }];
  if (["date", "partial_date", "month_day"].includes(schema["x-def"])) yield* noSuchDay(text, schema["x-def"]);
  if (schema["x-def"] === "hours" && readHours(rules, text) === null) yield ["time.unclear-hours"];
  if (name === "nip" && !isNip(rules, text)) yield ["number.nip"];
  if (name === "regon" && !isRegon(rules, text)) yield ["number.regon"];
  if (hasPesel(rules, text)) yield ["safety.pesel"];
  if (hasAccount(rules, text)) yield ["safety.bank-account"];
  if (text.includes("@") && namesMailbox(rules, text)) yield ["safety.private-mailbox"];
  const marked = finds(rules, "html", text) || finds(rules, "markdown", text);
  if (marked) yield ["text.markup", { value: marked[0] }];
  if (text.replace(/^ +| +$/g, "") !== text) yield ["text.spaces"];
  const foreign = /^https?:\/\//.test(text) ? "" : foreignLetter(rules, text);
  if (foreign) yield ["text.mixed-letters", { value: foreign, char: codeOf(foreign) }];
  if (oddSign(rules, text)) yield ["text.odd-sign", { char: codeOf(oddSign(rules, text)) }];
  yield* ofLinks(rules, text);
  yield* ofCode(rules, text, schema);
}

function* ofLinks(rules, text) {
  for (const link of linksIn(rules, text)) {
    const code = linkFault(rules, link);
    if (code && (code !== "link.unreadable" || link === text)) yield [code, { value: link }];
  }
}

function* ofCode(rules, code, schema) {
  const terms = rules.terms[schema["x-vocabulary"]];
  if (!terms) return;
  const term = Object.prototype.hasOwnProperty.call(terms, code) ? terms[code] : null;
  if (!term) yield ["reference.unknown-code", { value: code }];
  else if (term[2]) yield [`reference.${term[2]}`, { value: code }];
}

/** What is wrong with a member of a mapping in view of the mapping alone. */
function* memberFaults(rules, value, schema) {
  for (const key of schema["x-def"] === "phone" ? ["label", "purpose"] : []) {
    if (typeof value[key] === "string" && namesPerson(rules, value[key])) yield [key, "safety.personal-name"];
  }
  if (schema.properties && (schema.properties.services || schema.properties.publication)) {
    const { name = "", description = "" } = value;
    if (typeof name === "string" && (name.match(/\p{L}/gu) || []).length >= 12 && name === name.toUpperCase()) yield ["name", "text.shouting", { right: name[0] + name.slice(1).toLowerCase() }];
    if (typeof description === "string" && finds(rules, "linkInText", description)) yield ["description", "text.link"];
  }
  const isHere = "gmina" in value ? value.gmina === rules.city.gmina : value.city === rules.city.name;
  if (typeof value.postal_code === "string" && /^\d{2}-\d{3}$/.test(value.postal_code) && isHere && rules.city.postal.length && !rules.city.postal.some((start) => value.postal_code.startsWith(start))) {
    yield ["postal_code", "place.postal-code", { allowed: rules.city.postal.join(", ") }];
  }
}

function* noSuchDay(text, kind) {
  const [year, month, day] = (kind === "month_day" ? `2000-${text}` : text).split("-").map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > last) yield ["time.no-such-day", { last }];
}

const codeOf = (char) => `U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

/** How a part is called: an item of a list as its list. */
function nameOf(rules, path) {
  let named = path;
  while (named.length && !schemaAt(rules, named).title) named = named.slice(0, -1);
  const part = { ...schemaAt(rules, named), ...schemaAt(rules, path) };
  return { title: schemaAt(rules, named).title || "", key: path.filter((step) => typeof step === "string").slice(-1)[0] || "", right: part.right || part.description || "", about: part.description || "" };
}

/** Text on one line, with nothing that moves a cursor, and no longer than a sentence can bear. */
function printable(text) {
  const shown = [...text.replace(/[\p{C}\u2028\u2029\u00a0]/gu, (char) => `\\u${char.codePointAt(0).toString(16).padStart(4, "0")}`)];
  return shown.length > 200 ? `${shown.slice(0, 199).join("")}…` : shown.join("");
}

/** A problem as a sentence, with what would be right. */
export function saidProblem(rules, { code, values }) {
  const filled = (text = "") => text.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? printable(String(values[key])) : whole));
  const hint = rules.sentences[`${code}.hint`] || "";
  const unknown = /\{(nearest|label|below|vocabulary)\}/.test(hint);
  return { message: filled(rules.sentences[`${code}.message`]), hint: unknown ? "" : filled(hint) };
}
