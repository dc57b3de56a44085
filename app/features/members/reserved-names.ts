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
const hanWords = [
  "官方",
  "客服",
  "管理员",
  "管理員",
  "版主",
  "站长",
  "站長",
  "工作人员",
  "工作人員",
  "技术支持",
  "客户支持",
  "小助手",
];

/** Takes a folded name. `siteName` is reserved as well. */
export function isReserved(folded: string, siteName: string): boolean {
  if (hanWords.some((word) => folded.includes(word))) return true;
  const brand = lettersOf(siteName);
  const joined = lettersOf(folded);
  if (wholeNames.includes(joined)) return true;
  return [joined, ...readings(joined), ...folded.split(/[_-]+/).flatMap((part) => [part, ...readings(part)])]
    .map((word) => word.replace(/^\d+|\d+$/g, ""))
    .some(
      (word) =>
        wholeWords.includes(word) ||
        latinWords.some((end) => hasAtEnd(word, end)) ||
        (brand !== "" && word === brand),
    );
}

function hasAtEnd(word: string, reserved: string): boolean {
  return word.startsWith(reserved) || word.endsWith(reserved);
}

/** What digits in the place of letters are meant to be read as: supp0rt, adm1n. */
function readings(word: string): string[] {
  if (!/\d/.test(word) || !/[a-z]/.test(word)) return [];
  const read = word
    .replace(/0/g, "o")
    .replace(/3/g, "e")
    .replace(/4/g, "a")
    .replace(/5/g, "s")
    .replace(/7/g, "t");
  return [read.replace(/1/g, "i"), read.replace(/1/g, "l")];
}

function lettersOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
