import confusables from "unhomoglyph/data.json";

const lookAlikes = new Map(Object.entries(confusables));
// What the list of Unicode leaves apart and a reader does not: small capitals, two letters that make a third, and "i",
// which in capitals is the "l" of others.
const furtherLookAlikes = new Map([
  ...Object.entries({ ʙ: "b", ʜ: "h", ʍ: "rn", ᴛ: "t", ĸ: "k", ᴀ: "a", ᴇ: "e", ɴ: "n", ʟ: "l", ʀ: "r" }),
  ...Object.entries({ i: "l", ɢ: "g", ᴘ: "p", ᴅ: "d", ᴊ: "j", ꜰ: "f", ꞯ: "q", w: "vv" }),
]);
// Names are far shorter; nothing longer is worth the time.
const longestText = 1_000;
const ignorable = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const marksOnLatin = /(?<=\p{Script=Latin})\p{M}+/gu;
const betweenWords = /[\s\p{P}]+/gu;

/**
 * The forms two texts have in common when a reader takes one for the other: the skeleton of UTS-39 of the text as it is
 * written, and of its lower case, for letters that look like other letters in each. Beyond UTS-39 marks on Latin letters,
 * spaces and punctuation do not tell two texts apart. One or two forms, sorted; not meant to be read.
 */
export function skeletonsOf(text: string): string[] {
  const written = text.slice(0, longestText);
  return [...new Set([skeleton(written), skeleton(written.toUpperCase().toLowerCase())])].sort();
}

export function lookAlike(one: string, other: string): boolean {
  const forms = skeletonsOf(other);
  return skeletonsOf(one).some((form) => forms.includes(form));
}

function skeleton(text: string): string {
  const shapes = replaced(text.normalize("NFKC").normalize("NFD").replace(ignorable, ""), lookAlikes);
  const lower = replaced(shapes.toLowerCase().normalize("NFD"), lookAlikes);
  return replaced(lower.normalize("NFD").replace(marksOnLatin, ""), furtherLookAlikes)
    .replace(betweenWords, "")
    .normalize("NFC");
}

function replaced(text: string, by: ReadonlyMap<string, string>): string {
  return Array.from(text, (character) => by.get(character) ?? character).join("");
}
