import { hanLooks } from "~/platform/text/han-look-alikes";
import { skeletonsOf } from "~/platform/text/skeleton";

// Words somebody uses who wants to be taken for the people who run the place. Latin ones alone or at either end of a
// part of the name; Chinese has no spaces, so anywhere.
const latinWords = [
  "official",
  "support",
  "admin",
  "administrator",
  "moderator",
  "helpdesk",
  "customerservice",
  "guanfang",
  "kefu",
];
const wholeWords = [
  "staff",
  "team",
  "mod",
  "mods",
  "service",
  "security",
  "owner",
  "founder",
  "ceo",
  "hearback",
];
// Words the site itself uses in the place of a name.
const wholeNames = [
  "everyone",
  "all",
  "here",
  "me",
  "new",
  "deleted",
  "anonymous",
  "guest",
  "null",
  "undefined",
  "root",
  "system",
  "help",
];
const hanWords = ["官方", "客服", "管理员", "版主", "站长", "工作人员", "技术支持", "客户支持", "小助手"];

/** What names of a site may not say besides the words above. */
export interface NameRules {
  /** The brand; empty while the site has none. */
  siteName: string;
  /** The site's own words, see admin. Treated like the ones above. */
  reservedWords?: readonly string[];
}

const shapes = {
  ends: shapesOf(latinWords),
  words: shapesOf(wholeWords),
  han: hanShapesOf(hanWords),
};

/**
 * Whether a tidied name sounds as if it spoke for the site. Compared by what it looks like, so that "adrnin", "officiaI",
 * "ɑdmin" and "宫方" are the words they are meant to be read as.
 */
export function isReserved(name: string, { siteName, reservedWords = [] }: NameRules): boolean {
  // By its letters, not its looks: Ali is not "all".
  if (wholeNames.includes(lettersOf(name).toLowerCase())) return true;
  const brand = shapesOf([lettersOf(siteName)]);
  const own = shapesOf(reservedWords.map(lettersOf));
  const anywhere = [...shapes.han, ...hanShapesOf([siteName, ...reservedWords].map(lettersOf))];
  if (shapesOf([hanLooks(name)]).some((shape) => anywhere.some((word) => shape.includes(word)))) return true;
  const ends = [...shapes.ends, ...own];
  return wordsIn(name).some(
    (word) =>
      shapes.words.includes(word) ||
      brand.includes(word) ||
      ends.some((end) => word.startsWith(end) || word.endsWith(end)),
  );
}

/** The name and its parts as they look, digits around them left out, and as they read where digits stand for letters. */
function wordsIn(name: string): string[] {
  const parts = [lettersOf(name), ...name.split(/[^\p{L}\p{M}\p{N}]+/u)];
  const read = parts.flatMap((part) => [part, ...readings(part)]);
  return read.map((word) => word.replace(/^\d+|\d+$/g, "")).flatMap(skeletonsOf);
}

/** What digits in the place of letters are meant to be read as: supp0rt, adm1n. */
function readings(word: string): string[] {
  if (!/\d/.test(word) || !/[a-z]/i.test(word)) return [];
  const read = word
    .replace(/0/g, "o")
    .replace(/3/g, "e")
    .replace(/4/g, "a")
    .replace(/5/g, "s")
    .replace(/7/g, "t");
  return [read.replace(/1/g, "i"), read.replace(/1/g, "l")];
}

function shapesOf(words: readonly string[]): string[] {
  return words.flatMap(skeletonsOf).filter((shape) => shape !== "");
}

/** Of the words with a Chinese character in them. */
function hanShapesOf(words: readonly string[]): string[] {
  return shapesOf(words.filter((word) => /\p{Script=Han}/u.test(word)).map(hanLooks));
}

function lettersOf(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}
