import type { SeenText } from "./seen-text";

const mail =
  /[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,24}(?![a-z0-9])/g;
// bob (at) mail [dot] com
const writtenMail =
  /[a-z0-9][a-z0-9._%+-]{0,63}\s?[[({]\s?(?:at|@)\s?[\])}]\s?[a-z0-9-]{1,63}(?:\s?(?:\.|[[({]\s?(?:dot|\.)\s?[\])}])\s?[a-z0-9-]{1,63}){1,4}/g;

// A messenger's name alone is what victims write ("somebody on Telegram said …"); with a handle it invites.
const names =
  "(?:(?:(?<![a-z0-9])(?:telegram|tg|whats\\s?app|wa|discord|skype|we\\s?chat|weixin|vx|wx)(?![a-z]))|电报|飞机号?|纸飞机|微信|薇信|威信|卫星号|v信|加v)";
const filler =
  "(?:[:：=-]|号码?|帐号|账号|联系|搜索?|群号?|群|我|(?:is|id|at|on|me|my|user|username|handle|group|channel|number)(?![a-z]))";
const marked =
  "(?:@[a-z][a-z0-9_.-]{2,31}|[a-z0-9._]{2,32}#\\d{4}|(?=[a-z_-]*[0-9_])[a-z][a-z0-9_-]{4,31}|\\+?\\d[\\d -]{5,18}\\d)(?![a-z0-9])";
const messengers = [
  new RegExp(`${names}\\s{0,2}(?:${filler}\\s{0,2}){0,3}${marked}`, "g"),
  // A plain word is a handle where it ends the line or the sentence: "Telegram: supportdesk".
  new RegExp(
    `${names}\\s{0,2}(?:id|号)?\\s{0,2}[:：=]\\s{0,2}[a-z][a-z0-9_.-]{3,31}(?=\\s*(?:\\n|$|[,，。;；)）]))`,
    "g",
  ),
];
const qq =
  /(?:(?<![a-z0-9])qq|扣扣|企鹅)\s{0,2}(?:号码?|联系|交流)?\s{0,2}(?:群号?)?\s{0,2}[:：=]?\s{0,2}[1-9]\d{4,10}(?![a-z0-9])/g;
const invites =
  /(?<![a-z0-9.-])(?:t\.me|telegram\.(?:me|dog)|wa\.me|(?:api|chat)\.whatsapp\.com|discord\.gg|discord\.com\/invite|signal\.(?:me|group)|line\.me|u\.wechat\.com|weixin\.qq\.com|qm\.qq\.com|tg:\/)\/[^\s"]{2,80}/g;
// With a country's number, of the mainland, of North America. Never inside a longer run of letters and digits: hashes.
const phones = [
  /(?<![a-z0-9+.])\+[1-9]\d{0,2}[\s.()-]{0,2}\d(?:[\s.()-]{0,2}\d){6,11}(?![a-z0-9])/g,
  /(?<![a-z0-9.+-])1[3-9]\d(?:[\s-]?\d{4}){2}(?![a-z0-9]|\.\d)/g,
  /(?<![a-z0-9.+-])(?:1[\s.-])?\(?[2-9]\d{2}\)?[\s.-]\d{3}[\s.-]\d{4}(?![a-z0-9])/g,
];
const patterns = [mail, writtenMail, ...messengers, qq, invites, ...phones];

/** Ways to reach somebody outside the site: mail, messengers, telephone. Each once, in a form in which equal ones are equal. */
export function contactsIn({ words, addresses }: SeenText): string[] {
  const everything = [words, ...addresses.map((address) => address.toLowerCase())].join("\n");
  const found = patterns.flatMap((pattern) => [...everything.matchAll(pattern)].map(([whole]) => whole));
  return [...new Set(found.map((one) => one.replace(/[^\p{L}\p{N}@]+/gu, "")))];
}
