import type { mails as english } from "../en/mails";
import type { Translation } from "../translation";

export const mails: Translation<typeof english> = {
  code: "你的邮件防伪码，只有我们知道：",
  settings: "选择接收哪些邮件",
  suspension: {
    begun: "你在 {site} 的账户已被停用",
    ended: "你在 {site} 的账户已恢复",
    why: "你已在所有设备上退出登录，暂时不能登录。原因：{reason, select, scam {诈骗或冒充} spam {垃圾信息} abuse {辱骂他人} evasion {规避之前的停用} other {其他}}。",
    until:
      "账户会在 {until, date, ::yMMMMdHHmm}（UTC）自动恢复。你发的内容和投的票都会保留，投票在恢复前不计数。",
    forGood: "停用会持续到有人解除为止。你发的内容和投的票都会保留，投票在恢复前不计数。",
    appeal: "如果你认为有误，请联系站点管理员。",
    back: "你可以重新登录了，你的投票也重新计数。",
  },
  account: {
    reason: "这封邮件与你在{site}的账号有关，不受通知设置影响。",
    reasonNoAccount: "有人在{site}填写了这个邮箱地址。如果不是你，不用做任何事。",
    valid: "链接只能用一次，{minutes, number} 分钟内有效。我们的工作人员绝不会向你索要它。",
    validHours: "链接只能用一次，{hours, number} 小时内有效。我们的工作人员绝不会向你索要它。",
    security: "检查安全设置",
    notYou: "不是你操作的？请立刻修改密码，并退出所有设备。",
    "confirm-address": {
      subject: "确认你的邮箱地址",
      text: "点一下按钮，这个地址就与你的新账号绑定了。",
      button: "确认地址",
    },
    "address-has-account": {
      subject: "你已经有账号了",
      text: "有人想用这个地址注册。这个地址已有账号，所以什么都没有改动。如果是你，请直接登录；忘了密码，可以在登录页重设。",
      button: "登录",
    },
    "reset-password": {
      subject: "设置新密码",
      text: "有人申请为你的账号设置新密码。如果是你，现在就可以设置；如果不是，不用理会这封邮件，密码不会变。",
      button: "设置新密码",
    },
    "confirm-new-address": {
      subject: "确认你的新邮箱地址",
      text: "点一下按钮，你的账号就改用这个地址。",
      button: "确认地址",
    },
    "approve-new-address": {
      subject: "你的账号即将更换邮箱",
      text: "有人登录了你的账号，想把邮件改发到别处。如果是你，请在这里同意；如果不是，请立刻修改密码。",
      button: "同意更换",
    },
    "address-changed": {
      subject: "你的账号已更换邮箱",
      text: "今后与账号有关的邮件会发到另一个地址，这是发到这个地址的最后一封。",
      button: "",
    },
    "name-changed": {
      subject: "你的账号已更改用户名",
      text: "今后请用新的用户名登录。旧用户名会为你保留 90 天：别人不能使用，指向它的链接会转到你这里，你也可以改回来。",
      button: "",
    },
    "password-changed": {
      subject: "你的密码已修改",
      text: "其他设备都已退出登录。",
      button: "",
    },
    "second-factor-on": {
      subject: "两步验证已开启",
      text: "今后登录除了密码，还需要验证器应用里的动态码。",
      button: "",
    },
    "second-factor-off": {
      subject: "两步验证已关闭",
      text: "今后只凭密码就能登录。",
      button: "",
    },
    "recovery-codes-made": {
      subject: "已生成新的恢复码",
      text: "之前的恢复码全部作废。",
      button: "",
    },
    "passkey-added": {
      subject: "已添加一个通行密钥",
      text: "你的账号多了一个可以登录的通行密钥。",
      button: "",
    },
    "passkey-removed": {
      subject: "已移除一个通行密钥",
      text: "它不能再登录你的账号。",
      button: "",
    },
    "identity-linked": {
      subject: "已添加一种登录方式",
      text: "现在可以用你在别处的账号登录这里，具体是哪一个请看安全设置。",
      button: "",
    },
    "identity-removed": {
      subject: "已移除一种登录方式",
      text: "别处的那个账号不能再登录这里，其他设备已全部退出登录。",
      button: "",
    },
    "new-sign-in": {
      subject: "有新设备登录了你的账号",
      text: "这台设备以前没有登录过你的账号。",
      button: "",
    },
    "deletion-planned": {
      subject: "你的账户将在 7 天后注销",
      text: "账户现已停用：别人看不到你的主页，你的投票暂不计数。在此之前，点击下面的链接或登录即可恢复原状；之后任何人都无法恢复。",
      button: "保留账户",
    },
    "deletion-stopped": {
      subject: "你的账户已保留",
      text: "账户不会注销，一切恢复原状。",
      button: "登录",
    },
    "deletion-begun": {
      subject: "你的账户已注销",
      text: "七天已过。本站保存的关于你的内容正在清除，包括这个邮箱地址。这是你收到的最后一封邮件。",
      button: "",
    },
    "copy-ready": {
      subject: "你的数据副本已生成",
      text: "七天内登录后即可下载，之后会被删除。",
      button: "去下载",
    },
  },
};
