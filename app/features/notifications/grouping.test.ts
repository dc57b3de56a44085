import { expect, test } from "vitest";
import { groupNotices } from "./grouping";
import type { NoticeRow } from "./reading.server";
import { wordsOf } from "./wording";

let next = 100;
function aNotice(traits: Partial<NoticeRow> & { by?: string }): NoticeRow {
  const { by = "Mei", ...rest } = traits;
  return {
    id: next--,
    type: "reply",
    createdAt: new Date(0),
    isUnread: true,
    actor: { displayName: by, isStaff: false },
    topic: { id: 1, number: 12, slug: "swap", title: "Swap stuck", language: "en" },
    replyId: next,
    announcement: null,
    data: {},
    ...rest,
  };
}

test("the replies of one topic are one line, read from the first of them on", () => {
  const other = { id: 2, number: 13, slug: "", title: "手续费", language: "zh" };
  const rows = [
    aNotice({ replyId: 9 }),
    aNotice({ topic: other }),
    aNotice({ by: "Sam", replyId: 8 }),
    aNotice({ replyId: 7 }),
    aNotice({ type: "mention" }),
    aNotice({ isUnread: false }),
  ];
  const groups = groupNotices(rows);
  expect(groups.map(({ ids }) => ids.length)).toEqual([3, 1, 1, 1]);
  expect(wordsOf("en", groups[0]!)).toEqual({
    said: "Mei and 1 other wrote 3 replies",
    title: "Swap stuck",
    lang: "en",
    href: "/t/12/replies/7",
  });
  expect(wordsOf("zh-CN", groups[1]!)).toMatchObject({ said: "Mei 回复了", title: "手续费", lang: "zh-CN" });
});

test("every type has its words in both languages", () => {
  const entry = { slug: "2-4-1", title: "Version 2.4.1", release: "2.4.1", language: "en" };
  for (const locale of ["en", "zh-CN"] as const) {
    const said = (traits: Partial<NoticeRow>) => wordsOf(locale, groupNotices([aNotice(traits)])[0]!).said;
    const all = [
      said({ type: "mention" }),
      said({ type: "official" }),
      said({ type: "official", data: { status: "planned" } }),
      said({ type: "status", data: { to: "started" } }),
      said({ type: "solution" }),
      said({ type: "solution", data: { own: 1 } }),
      said({ type: "announcement", announcement: entry, topic: null, data: { topicIds: [1, 2] } }),
      said({ type: "merged" }),
      said({ type: "vote-on-behalf" }),
      said({ type: "known-issue-solved", actor: null }),
    ];
    expect(new Set(all).size).toBe(all.length);
  }
  const [group] = groupNotices([aNotice({ type: "announcement", announcement: entry, topic: null })]);
  expect(wordsOf("en", group!)).toMatchObject({ title: "Version 2.4.1", href: "/changelog/2-4-1" });
});
