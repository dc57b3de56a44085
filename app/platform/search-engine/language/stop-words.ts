/** Words of the two languages that say nothing about what is looked for. Removed from questions, kept in texts. */
export const latinStopWords: ReadonlySet<string> = new Set(
  (
    "a an and are as at be but by can do does for from has have how i if in is it its me my of on or that the then " +
    "there this to was what when where which why will with you your"
  ).split(" "),
);

/** Cut out of a run wherever they stand: none of them is part of another word. */
export const hanStopPhrases: readonly string[] = [
  "怎么办",
  "怎么样",
  "为什么",
  "是什么",
  "有没有",
  "能不能",
  "可不可以",
  "是不是",
  "怎么",
  "怎样",
  "如何",
  "请问",
  "什么",
  "求助",
  "一直",
  "我的",
  "你的",
  "我们",
  "你们",
];

/** Dropped only where the segmenter leaves them alone: 的 in 目的 stays. */
export const hanStopCharacters: ReadonlySet<string> = new Set(
  "的了吗呢吧啊呀嘛么是在有都也就和与或我你您他她它这那把被给让很又还请",
);
