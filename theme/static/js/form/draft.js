/* What stands in an entry, what it is changed to, and the list of changes that makes one of the other. */

export const draft = { id: "", before: {}, after: {}, isNew: false };

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const copy = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

export const valueAt = (data, path) => path.reduce((part, step) => (part === undefined || part === null ? undefined : part[step]), data);

/** Data with another value at a place; `undefined` takes it away, and what is left empty above it. */
export function putAt(data, [step, ...rest], value) {
  const inner = rest.length ? putAt((data && data[step]) || {}, rest, value) : value;
  const kept = { ...data };
  const isEmpty = inner === undefined || (typeof inner === "object" && inner !== null && !Array.isArray(inner) && !Object.keys(inner).length);
  if (isEmpty) delete kept[step];
  else kept[step] = inner;
  return kept;
}

export function change(path, value) {
  draft.after = putAt(draft.after, path, value);
}

export function begin(id, record, isNew = false) {
  Object.assign(draft, { id, before: copy(record), after: copy(record), isNew });
}

/** A published organization with some of its services as a record has them: places by their id, numbers as written. */
export function recordOf(organization, services) {
  const { id, services: _, sources: _sources, ...own } = organization;
  const record = { ...cleaned(own), locations: {}, services: {} };
  for (const one of organization.locations || []) if (!one.confidential) record.locations[one.id] = without(cleaned(one), "id");
  for (const one of services) {
    const { id: whole, organization_id: _organization, state: _state, sources: _s, locations, ...rest } = cleaned(one);
    record.services[whole.split("/")[1]] = { ...rest, ...(locations ? { locations: locations.map((where) => where.id) } : {}) };
  }
  return record;
}

const without = (data, key) => Object.fromEntries(Object.entries(data).filter(([name]) => name !== key));

/** Published data without what is derived: numbers as a telephone dials them. */
function cleaned(value) {
  if (Array.isArray(value)) return value.map(cleaned);
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !["dialled", "tel"].includes(key)).map(([key, part]) => [key, cleaned(part)]));
}

/** The changes as `{path, old, new}`: a new service or place is one, and so is each field of what was there. */
export function changesMade() {
  const found = [];
  if (draft.isNew) return [{ path: [], old: null, new: copy(draft.after) }];
  for (const key of names(draft.before, draft.after)) {
    if (key === "locations" || key === "services") found.push(...ofMembers(key));
    else found.push(...ofField([key]));
  }
  return found;
}

const names = (one, other) => [...new Set([...Object.keys(one || {}), ...Object.keys(other || {})])];

function ofMembers(key) {
  const found = [];
  for (const id of names(draft.before[key], draft.after[key])) {
    const [before, after] = [valueAt(draft.before, [key, id]), valueAt(draft.after, [key, id])];
    if (before === undefined) found.push({ path: [key, id], old: null, new: copy(after) });
    else if (after !== undefined) for (const name of names(before, after)) found.push(...ofField([key, id, name]));
  }
  return found.sort((one, other) => one.path[0].localeCompare(other.path[0]));
}

function ofField(path) {
  const [before, after] = [valueAt(draft.before, path), valueAt(draft.after, path)];
  return same(before, after) ? [] : [{ path, old: before === undefined ? null : before, new: after === undefined ? null : after }];
}
