import type { IndexSchema, SearchDocument } from "~/platform/search-engine/port";

const start = Date.UTC(2026, 0, 1);
const hourMs = 3_600_000;

/** Words a site of this kind would set: the contract runs with them on every engine. */
export const contractSchema: IndexSchema = {
  synonyms: [
    ["转帐", "转账"],
    ["提币", "提现"],
    ["暗黑", "深色"],
    ["dark mode", "深色模式"],
  ],
  dictionary: ["助记词", "到账", "手续费", "矿工费", "冷钱包", "硬件钱包", "跨链桥", "二维码"],
  exactWords: ["usdt", "usdc", "trc20", "erc20", "bep20"],
};

let hour = 0;

/** A document with everything a test does not care about filled in. Each is an hour younger than the one before. */
export function aDocument(given: Partial<SearchDocument> & { id: string }): SearchDocument {
  hour += 1;
  const createdAt = new Date(start + hour * hourMs);
  return {
    kind: "topic",
    threadId: given.id,
    audience: ["public"],
    title: "",
    body: "",
    tags: [],
    authorId: "sam",
    authorName: "Sam",
    official: false,
    votes: 0,
    replyCount: 0,
    createdAt,
    activeAt: createdAt,
    language: "en",
    rev: 1,
    ...given,
  };
}

export const contractDocuments: readonly SearchDocument[] = [
  aDocument({
    id: "t1",
    title: "转账失败怎么办",
    body: "从钱包向外转 USDT，点确认以后提示转账失败，重启应用也没用。",
    tags: ["USDT"],
    category: "wallet",
    authorId: "amy",
    authorName: "Amy",
    votes: 3,
    language: "zh",
  }),
  aDocument({
    id: "r1",
    kind: "reply",
    threadId: "t1",
    title: "转账失败怎么办",
    body: "手续费不足时转账会失败。请先补足矿工费再试一次。",
    category: "wallet",
    authorId: "support",
    authorName: "Support",
    official: true,
    language: "zh",
  }),
  aDocument({
    id: "t2",
    title: "助记词丢了怎么找回",
    body: "换了手机以后找不到抄写的助记词，钱包还能恢复吗？",
    category: "security",
    authorId: "bob",
    authorName: "Bob",
    language: "zh",
  }),
  aDocument({
    id: "t3",
    title: "提现延迟超过24小时",
    body: "昨天中午发起，状态一直是处理中，到现在还没有到账。",
    category: "exchange",
    language: "zh",
  }),
  aDocument({
    id: "s1",
    kind: "suggestion",
    title: "希望支持深色模式",
    body: "晚上看行情太刺眼，想要一个暗黑主题。",
    status: "planned",
    votes: 120,
    language: "zh",
  }),
  aDocument({
    id: "s2",
    kind: "suggestion",
    title: "Dark mode for desktop",
    body: "Please add a dark mode to the desktop client.",
    status: "open",
    votes: 45,
    authorId: "dan",
    authorName: "Dan",
  }),
  aDocument({
    id: "s3",
    kind: "suggestion",
    title: "支持 TRC20 USDT 转账免手续费",
    body: "希望小额划转不再收费。",
    status: "open",
    votes: 80,
    language: "zh",
  }),
  aDocument({
    id: "s4",
    kind: "suggestion",
    title: "Add hardware wallet support",
    body: "Support Ledger and Trezor devices for cold storage, signed offline.",
    status: "completed",
    votes: 200,
    authorId: "dan",
    authorName: "Dan",
  }),
  aDocument({
    id: "t4",
    title: "Transaction pending for hours",
    body: "My transaction has been pending since this morning and the explorer shows nothing.",
    authorId: "dan",
    authorName: "Dan",
  }),
  aDocument({
    id: "c1",
    kind: "changelog",
    title: "v2.4.0 更新日志",
    body: "修复转账失败的问题，优化提现速度。",
    language: "zh",
  }),
  aDocument({
    id: "c2",
    kind: "changelog",
    title: "v2.5.0 Release notes",
    body: "Adds dark mode and confirms transactions faster.",
  }),
  aDocument({
    id: "o1",
    kind: "contact",
    title: "官方 Telegram 客服",
    body: "客服不会主动私聊，更不会索要助记词。",
    language: "zh",
  }),
  aDocument({
    id: "t5",
    title: "合作伙伴提现测试",
    body: "仅供合作伙伴验证流程。",
    audience: ["board:partners"],
    language: "zh",
  }),
  aDocument({
    id: "n1",
    kind: "note",
    threadId: "t1",
    title: "转账失败内部排查",
    body: "节点同步落后，转账请求排队。",
    audience: ["role:staff"],
    language: "zh",
  }),
  aDocument({
    id: "t6",
    title: "轉賬失敗 求助",
    body: "錢包更新之後，按鈕沒有反應。",
    language: "zh",
  }),
  aDocument({
    id: "t7",
    title: 'C++ SDK & "quoted"',
    body: 'Sample from the book: <script>alert("x")</script> & more.',
    category: `dev's "corner"`,
  }),
];
