/* The square of a code: the patterns by which it is found, the bytes in their zigzag, and the mask that evens it out. */

const MASKS = [
  (x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3, (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3), (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** Rows of modules with what every code of a size has; where data go there is nothing yet. */
export function patterns(size) {
  const side = 17 + 4 * size;
  const rows = Array.from({ length: side }, () => new Array(side));
  const set = (x, y, dark) => {
    if (x >= 0 && y >= 0 && x < side && y < side) rows[y][x] = dark ? 1 : 0;
  };
  const ring = (atX, atY, reach, isDark) => {
    for (let y = -reach; y <= reach; y++) for (let x = -reach; x <= reach; x++) set(atX + x, atY + y, isDark(Math.max(Math.abs(x), Math.abs(y))));
  };
  for (let place = 0; place < side; place++) {
    set(6, place, place % 2 === 0);
    set(place, 6, place % 2 === 0);
  }
  const marks = alignment(size, side);
  for (const x of marks) {
    for (const y of marks) if (!((x === 6 && y === 6) || (x === 6 && y === side - 7) || (x === side - 7 && y === 6))) ring(x, y, 2, (far) => far !== 1);
  }
  for (const [x, y] of [[3, 3], [side - 4, 3], [3, side - 4]]) ring(x, y, 4, (far) => far !== 2 && far !== 4);
  writeFormat(set, side, 0);
  if (size > 6) writeSize(set, side, size);
  return rows;
}

function alignment(size, side) {
  if (size === 1) return [];
  const count = Math.floor(size / 7) + 2;
  const step = Math.ceil((size * 4 + 4) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, place) => side - 7 - place * step)];
}

/** A number followed by its own check bits. */
function checked(number, bits, by) {
  let rest = number;
  for (let turn = 0; turn < bits; turn++) rest = (rest << 1) ^ ((rest >> (bits - 1)) * by);
  return (number << bits) | rest;
}

function writeFormat(set, side, mask) {
  const bits = checked((1 << 3) | mask, 10, 0x537) ^ 0x5412;
  for (let place = 0; place < 15; place++) {
    const dark = (bits >> place) & 1;
    if (place < 8) set(8, place < 6 ? place : place + 1, dark);
    else set(place === 8 ? 7 : 14 - place, 8, dark);
    if (place < 8) set(side - 1 - place, 8, dark);
    else set(8, side - 15 + place, dark);
  }
  set(8, side - 8, 1);
}

function writeSize(set, side, size) {
  const bits = checked(size, 12, 0x1f25);
  for (let place = 0; place < 18; place++) {
    const [near, far] = [Math.floor(place / 3), side - 11 + (place % 3)];
    set(near, far, (bits >> place) & 1);
    set(far, near, (bits >> place) & 1);
  }
}

/** The places of data from the lower right corner, two columns at a time, up and down in turn. */
function zigzag(rows) {
  const side = rows.length;
  const found = [];
  for (let right = side - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < side; step++) {
      const y = (right + 1) & 2 ? step : side - 1 - step;
      for (const x of [right, right - 1]) if (rows[y][x] === undefined) found.push([x, y]);
    }
  }
  return found;
}

/** How hard a square is to read: long runs and blocks of one colour, and far more of one than of the other. */
function hardness(rows) {
  const turned = rows.map((_, x) => rows.map((row) => row[x]));
  let sum = 0;
  for (const row of [...rows, ...turned]) for (const run of row.join("").match(/0{5,}|1{5,}/g) || []) sum += run.length - 2;
  rows.slice(1).forEach((row, y) => row.slice(1).forEach((one, x) => (sum += one === rows[y][x] && one === rows[y][x + 1] && one === row[x] ? 3 : 0)));
  const dark = rows.reduce((count, row) => count + row.filter(Boolean).length, 0) / rows.length ** 2;
  return sum + Math.floor(Math.abs(dark - 0.5) * 20) * 10;
}

/** A whole square of patterns and bytes under a mask; without its number under the one that is read best. */
export function masked(rows, bytes, mask) {
  if (mask === undefined) {
    const all = MASKS.map((_, number) => masked(rows, bytes, number));
    return all.map((found) => [hardness(found), found]).reduce((best, one) => (one[0] < best[0] ? one : best))[1];
  }
  const whole = rows.map((row) => [...row]);
  const places = zigzag(rows);
  places.forEach(([x, y], place) => {
    const bit = place >> 3 < bytes.length ? (bytes[place >> 3] >> (7 - (place & 7))) & 1 : 0;
    whole[y][x] = bit ^ (MASKS[mask](x, y) === 0 ? 1 : 0);
  });
  writeFormat((x, y, dark) => (whole[y][x] = dark ? 1 : 0), rows.length, mask);
  return whole;
}
