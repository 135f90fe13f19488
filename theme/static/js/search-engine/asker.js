/* Who asks, as far as the query tells: a woman or a man, how old, with whom. */

const SHE = /(?:[aeiyuąęó]|[bcdfghjklmnprstwzśćźż])(?:łam|lam)$/;
const HE = /(?:[aeiyuąęó]|[gkzs])łem$|^(?:by|zosta|straci|mia|spa|mieszka|wyszed|uciek|pi|bra)lem$/;
const HERSELF = /^(?:bezdomna|sama|głodna|glodna|samotna|pijana|zmarznięta|zmarznieta|chora|ciężarna|zrozpaczona|wykończona)$/;
const HIMSELF = /^(?:bezdomny|głodny|glodny|samotny|pijany|zmarznięty|zmarzniety|podopieczny|podopiecznego)$/;
const NO_DEED = /^(?:reklam|islam|działam|dzialam|wołam|wolam|kłam|klam|skłam|stołem|zespołem|działem|wydziałem|oddziałem|udziałem|podziałem|kościołem|aniołem|upałem|materiałem|szkłem|kołem|ciałem|źródłem|tytułem|artykułem)$/;
const YEARS = /^(?:lat|lata|latek|latka|latki|latkiem|letni|letnia|letniej|letnim|letniego|rok|roku|рок|років|роки|року|лет|года|year|years|yo)$/;
const HAVE = /^(?:mam|mam|мені|мне|am|im)$/;
const UNIT = /^(?:zł|zl|pln|dzieci|dziecko|dni|dzień|tysięcy|tys|mieszkania|miesi|m2|грн|дітей|детей|kids|children|days|zloty)/;
const SINCE = /^(?:od|przez|po|za|temu|przed|już|juz|około|ok|minęło|co|від|уже|вже|років тому|назад|for|since|after|ago|від|через|после)$/;

/** What is known of who asks: `kinds` as the thesaurus names them, `age` in years or null. */
export function askerOf(read, meant) {
  const told = meant.filter(({ entry }) => entry.codes.some((code) => code.startsWith("x:")));
  const kinds = new Set(told.flatMap(({ entry }) => entry.codes.filter((code) => code.startsWith("x:")).map((code) => code.slice(2))));
  const deeds = read.map(({ raw }) => raw).filter((raw) => !NO_DEED.test(raw));
  const she = deeds.some((raw) => HERSELF.test(raw) || (raw.length > 4 && SHE.test(raw)));
  const he = deeds.some((raw) => HIMSELF.test(raw) || (raw.length > 4 && HE.test(raw)));
  settleSex(kinds, she, he);
  const age = ageOf(read);
  if (age !== null) kinds.add(age < 18 ? "minor" : "adult");
  if (kinds.has("minor") && kinds.has("adult")) for (const kind of ["minor", "adult"]) kinds.delete(kind);
  return { kinds: [...kinds], age: age === null && kinds.has("minor") ? 15 : age };
}

/** What somebody did tells who they are, unless they ask for somebody else; two sexes told are none. */
function settleSex(kinds, she, he) {
  if (!kinds.has("woman") && !kinds.has("man")) {
    if (she && !he) kinds.add("woman");
    if (he && !she) kinds.add("man");
  }
  if (kinds.has("woman") && kinds.has("man")) {
    kinds.delete(she && !he ? "man" : "woman");
    if (!she && !he) kinds.delete("man");
  }
}

/** An age that is told, and not how long something lasts. */
function ageOf(read) {
  const word = (place) => (read[place] ? read[place].raw : "");
  for (const [place, { raw }] of read.entries()) {
    const joined = /^(\d{1,2})(?:lat|latek|latka|letni|letnia|latkiem|yo)/.exec(raw);
    const years = joined ? Number(joined[1]) : /^\d{1,3}$/.test(raw) && YEARS.test(word(place + 1)) ? Number(raw) : null;
    const plain = years === null && /^\d{1,2}$/.test(raw) && HAVE.test(word(place - 1)) && !UNIT.test(word(place + 1)) ? Number(raw) : null;
    if (plain !== null && plain > 4) return plain;
    if (years === null || years > 110 || SINCE.test(word(place - 1)) || SINCE.test(word(place + 2))) continue;
    return years;
  }
  return null;
}
