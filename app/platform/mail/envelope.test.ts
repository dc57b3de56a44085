import { expect, test } from "vitest";
import { envelopeOf, isMailAddress } from "./envelope";

const message = {
  from: { name: "Hearback", address: "noreply@hearback.test" },
  to: { address: "mei@members.test" },
  subject: "Hello",
  text: "Hello",
  html: "<p>Hello</p>",
  messageId: "mail.1@hearback.test",
};

test("a line break or a turned direction in a name or subject stays a word", () => {
  const { subject, to } = envelopeOf({
    ...message,
    subject: "Hi\r\nBcc: all@evil.test\u202Egnp.exe",
    to: { name: "Mei\nX-Evil: 1", address: "mei@members.test" },
  });
  expect(subject).toBe("Hi Bcc: all@evil.testgnp.exe");
  expect(to.name).toBe("Mei X-Evil: 1");
});

test("a very long title is cut, not refused", () => {
  expect([...envelopeOf({ ...message, subject: "字".repeat(5_000) }).subject]).toHaveLength(200);
});

test.each(["mei@members.test", "mei+hb@members.test", "用户@例子.测试"])("%s can be written to", (address) =>
  expect(isMailAddress(address)).toBe(true),
);

test.each(["", "mei", "a@b, c@d", "a@b\r\nBcc: c@d", "<a@b>", "a@b c", "a@@b", `${"a".repeat(250)}@b.test`])(
  "%j cannot",
  (address) => {
    expect(isMailAddress(address)).toBe(false);
    expect(() => envelopeOf({ ...message, to: { address } })).toThrow("no address");
  },
);
