import { describe, expect, test } from "vitest";
import { contactsIn } from "./contact-details";
import { holdingReason, type Written } from "./deciding";
import { keywordsIn } from "./keywords";
import { linksIn } from "./links";
import { usualRules } from "./rules";
import { seenText } from "./seen-text";

const html = (text: string) => `<p>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`;
const seen = (text: string) => seenText({ bodyHtml: html(text) });
const hosts = { ownHost: "forum.example", knownHosts: ["etherscan.io"] };

describe("a link", () => {
  test.each([
    "claim at evil.com now",
    "evil.com/claim?x=1",
    "wallet-support.xyz",
    "see evil[.]com",
    "evil (dot) com",
    "打开 evil。com 领取",
    "ｅｖｉｌ．ｃｏｍ",
    "ev\u200Bil.com",
    "hxxps://198.51.100.7/a",
    "www.wallet.support",
    "secure.help/claim",
    "xn--80ak6aa92e.com",
    "google.com@evil.com",
    "a.b.c.d.e.f.g.h.com",
    "etherscan.io.evil.com/tx",
    "notetherscan.io",
  ])("is found in %s", (text) => expect(linksIn(seen(text), hosts)).not.toEqual([]));

  test.each([
    "It stopped.Support said nothing.to be done",
    "version 2.3.1, node.js, README.md, install.sh",
    "0.00123456789 ETH at 12:30",
    "https://etherscan.io/tx/0xabc and goerli.etherscan.io/tx",
    "forum.example/t/12",
    "还没到账。我等了三天。",
    "e.g. this i.e. that",
  ])("is not found in %s", (text) => expect(linksIn(seen(text), hosts)).toEqual([]));

  test("is found behind words, and leads to this site without being one", () => {
    const bodyHtml =
      '<p><a href="https://evil.example/a?b=1&amp;c=2" rel="x">here</a> <a href="/t/1">own</a></p>';
    expect(linksIn(seenText({ bodyHtml }), hosts)).toEqual(["evil.example/a?b=1&c=2"]);
  });

  test("is found in a title", () => {
    expect(linksIn(seenText({ title: "Claim at evil.com", bodyHtml: "<p>x</p>" }), hosts)).toEqual([
      "evil.com",
    ]);
  });
});

describe("contact details", () => {
  test.each([
    "write to help@wallet-desk.com",
    "bob (at) mail [dot] com",
    "Telegram: @wallet_help",
    "telegram me at @walletdesk",
    "on TG: support_desk1",
    "Telegram: supportdesk",
    "t.me/walletdesk",
    "WhatsApp +1 202 555 0136",
    "加微信 wallet888",
    "加微信：wallet_help",
    "微信号 kefu2024",
    "VX: abc12345",
    "QQ：123456789",
    "qq群 87654321",
    "扣扣 12345678",
    "discord: bob#1234",
    "discord.gg/abcdef",
    "call +44 20 7946 0958",
    "电话 138 0013 8000",
    "１３８００１３８０００",
    "call 1-888-555-0199",
    "微\u200B信 wallet888",
    "電報 @walletdesk",
  ])("are found in %s", (text) => expect(contactsIn(seen(text))).not.toEqual([]));

  test.each([
    "Somebody on Telegram said they were support.",
    "Telegram is down and WhatsApp too",
    "微信支付失败，提示错误",
    "thanks @sam. That worked",
    "see gui#1234 and #12",
    "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
    "tx 13800138000abcdef0123456789",
    "block 19384756, amount 0.00123456789012",
    "1711111111111 ms, 2024-11-29 12:30:45",
    "I lost 1300 USDT at line 120",
    "wallet1 and wallet22 do not sync",
    "error in wx_request",
  ])("are not found in %s", (text) => expect(contactsIn(seen(text))).toEqual([]));
});

describe("a keyword", () => {
  test.each([
    ["airdrop", "A free AIRDROP for all", true],
    ["airdrop", "airdrops are free", false],
    ["ass", "first class", false],
    ["seed phrase", "your seed  phrase, please", true],
    ["助记词", "请把助记词发给我", true],
    ["助记词", "請把助 記-詞 發給我", true],
    ["助記詞", "发来助记词", true],
    ["加vx", "加 VX 领取", true],
    ["vx", "加vx领取", true],
    ["vx", "vxworks", false],
    ["  ", "anything", false],
  ])("%s in %s: %s", (keyword, text, isThere) => {
    expect(keywordsIn(seen(text), [keyword])).toEqual(isThere ? [keyword] : []);
  });
});

describe("a post", () => {
  const rules = { ...usualRules, keywords: ["airdrop"], firstPosts: 0 };
  const reason = (written: Partial<Written> & { body: string }, changed: Partial<typeof rules> = {}) =>
    holdingReason({ ...rules, ...changed }, "forum.example", {
      text: { bodyHtml: html(written.body) },
      newFiles: 0,
      earlierPosts: 0,
      isNewcomer: true,
      ...written,
    });

  test("of a newcomer waits for links and contacts, the graver word first", () => {
    expect(reason({ body: "evil.com" })).toBe("links");
    expect(reason({ body: "evil.com, Telegram @somebody" })).toBe("contacts");
    expect(reason({ body: "It does not start." })).toBeNull();
    expect(reason({ body: "evil.com" }, { links: false })).toBeNull();
  });

  test("of a member waits for keywords alone", () => {
    expect(reason({ body: "evil.com", isNewcomer: false })).toBeNull();
    expect(reason({ body: "an airdrop", isNewcomer: false })).toBe("keyword");
  });

  test("waits for pictures and as one of the first where admins want that", () => {
    expect(reason({ body: "see", newFiles: 1 })).toBeNull();
    expect(reason({ body: "see", newFiles: 1 }, { images: true })).toBe("images");
    expect(reason({ body: "see", earlierPosts: 1 }, { firstPosts: 2 })).toBe("first-post");
    expect(reason({ body: "see", earlierPosts: 2 }, { firstPosts: 2 })).toBeNull();
  });

  test("that is edited waits for what is new in it, not for what was looked at", () => {
    const before = { bodyHtml: html("see good.com") };
    expect(reason({ body: "see good.com, please", before, earlierPosts: null })).toBeNull();
    expect(reason({ body: "see good.com/claim", before, earlierPosts: null })).toBe("links");
    expect(reason({ body: "see evil.com", before, earlierPosts: null })).toBe("links");
  });
});

test("hostile texts of a hundred thousand characters are read in less than a second each", () => {
  const pieces = [
    "a.",
    "a@",
    "telegram ",
    "1 ",
    "+1",
    "微信",
    "evil[",
    "evil (dot) ",
    "-",
    "a-",
    "qq1",
    "@a.",
    "0x",
    "http://",
  ];
  for (const piece of pieces) {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    // Of the processor, not of the clock: other tests run beside this one.
    const began = process.cpuUsage().user;
    const found = seen(text);
    linksIn(found, hosts);
    contactsIn(found);
    keywordsIn(found, ["airdrop", "助记词"]);
    expect([piece, process.cpuUsage().user - began < 1_000_000]).toEqual([piece, true]);
  }
});
