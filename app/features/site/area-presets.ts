import type { Area } from "./area";

export const areaPresetNames = ["wallet", "general"] as const;
export type AreaPresetName = (typeof areaPresetNames)[number];

export type AreaDraft = Pick<Area, "slug" | "names" | "descriptions">;

/** Areas a new site can begin with. Data of the site from then on: admins rename, order and archive them. */
export const areaPresets: Record<AreaPresetName, readonly AreaDraft[]> = {
  wallet: [
    {
      slug: "technical",
      names: { en: "Technical", "zh-CN": "技术问题" },
      descriptions: {
        en: "Crashes, errors, installing, updating and connecting.",
        "zh-CN": "闪退、报错、安装、更新与连接。",
      },
    },
    {
      slug: "account",
      names: { en: "Account", "zh-CN": "账户" },
      descriptions: {
        en: "Signing in, a new phone, backups and settings.",
        "zh-CN": "登录、换手机、备份与设置。",
      },
    },
    {
      slug: "transaction",
      names: { en: "Transactions", "zh-CN": "交易与转账" },
      descriptions: {
        en: "Transfers, deposits, swaps and fees: pending, missing or failed.",
        "zh-CN": "转账、充值、兑换与手续费：待处理、未到账或失败。",
      },
    },
    {
      slug: "security",
      names: { en: "Security", "zh-CN": "安全" },
      descriptions: {
        en: "Suspicious messages, approvals, lost devices and funds at risk.",
        "zh-CN": "可疑信息、授权、设备丢失与资金风险。",
      },
    },
    {
      slug: "experience",
      names: { en: "Experience", "zh-CN": "使用体验" },
      descriptions: {
        en: "How it feels to use the wallet, and what others should know.",
        "zh-CN": "使用感受，以及值得让大家知道的事。",
      },
    },
  ],
  general: [
    {
      slug: "technical",
      names: { en: "Technical", "zh-CN": "技术问题" },
      descriptions: {
        en: "Something does not work as it should.",
        "zh-CN": "有什么没有按预期工作。",
      },
    },
    {
      slug: "account",
      names: { en: "Account and billing", "zh-CN": "账户与账单" },
      descriptions: {
        en: "Signing in, plans, payments and invoices.",
        "zh-CN": "登录、套餐、付款与发票。",
      },
    },
    {
      slug: "how-to",
      names: { en: "How to", "zh-CN": "使用方法" },
      descriptions: {
        en: "Questions about getting something done.",
        "zh-CN": "怎样完成一件事。",
      },
    },
    {
      slug: "experience",
      names: { en: "Experience", "zh-CN": "使用体验" },
      descriptions: {
        en: "How it feels to use the product, and what others should know.",
        "zh-CN": "使用感受，以及值得让大家知道的事。",
      },
    },
  ],
};
