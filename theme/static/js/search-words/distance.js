/* How far two words are from one another. */

export const MODEL_WORD = 40;
const rows = [0, 1, 2].map(() => new Uint8Array(MODEL_WORD + 24));

/** Whether a stem and a word differ by a slip in the first letter. */
export const beginsWrong = (stem, word) =>
  stem[0] !== word[0] && (stem.length < 2 || stem[1] === word[1] || stem[0] === word[1] || stem[1] === word[0]);

/** Whether a stem is within so many slips of some beginning of the word. */
export function mayBegin(stem, word, most) {
  return stem.length <= most || fewest(stem, word, most, true) <= most;
}

/** How many letters are missing, added, wrong or swapped between two words; stops counting above `most`. */
export function distance(a, b, most) {
  return Math.abs(a.length - b.length) > most ? most + 1 : fewest(a, b, most, false);
}

/** The slips between two words or, where `open`, between the first and the nearest beginning of the second. */
function fewest(a, b, most, open) {
  const width = Math.min(b.length, a.length + most);
  let [before, last, row] = rows;
  for (let j = 0; j <= width; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= width; j++) {
      let slips = Math.min(last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), last[j] + 1, row[j - 1] + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) slips = Math.min(slips, before[j - 2] + 1);
      row[j] = slips;
      if (slips < least) least = slips;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return open ? Math.min(...last.subarray(0, width + 1)) : last[b.length];
}
