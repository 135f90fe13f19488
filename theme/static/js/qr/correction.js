/* Bytes by which a reader mends what it cannot see: Reed-Solomon over the field of 256 with 0x11d. */

function product(one, other) {
  let result = 0;
  for (let bit = 7; bit >= 0; bit--) {
    result = (result << 1) ^ ((result >> 7) * 0x11d);
    if ((other >> bit) & 1) result ^= one;
  }
  return result;
}

function divisor(degree) {
  const result = [...new Array(degree - 1).fill(0), 1];
  let root = 1;
  for (let turn = 0; turn < degree; turn++) {
    for (let place = 0; place < degree; place++) {
      result[place] = product(result[place], root) ^ (place + 1 < degree ? result[place + 1] : 0);
    }
    root = product(root, 2);
  }
  return result;
}

function remainder(data, by) {
  const result = by.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ result.shift();
    result.push(0);
    by.forEach((one, place) => (result[place] ^= product(one, factor)));
  }
  return result;
}

/** The data in blocks, the shorter ones first, byte by byte in turn, and after them the corrections in the same way. */
export function corrected(data, degree, count) {
  const short = Math.floor(data.length / count);
  const longer = data.length % count;
  const by = divisor(degree);
  const blocks = [];
  for (let place = 0, number = 0; number < count; number++) {
    const length = short + (number >= count - longer ? 1 : 0);
    blocks.push(data.slice(place, place + length));
    place += length;
  }
  const inTurn = (parts, length) => {
    const found = [];
    for (let place = 0; place < length; place++) for (const part of parts) if (place < part.length) found.push(part[place]);
    return found;
  };
  return [...inTurn(blocks, short + 1), ...inTurn(blocks.map((block) => remainder(block, by)), degree)];
}
