import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { afterAll, describe, expect, test } from "vitest";
import { fileTransport } from "~/platform/mail/file-transport.server";
import type { MailMessage } from "~/platform/mail/port";
import { smtpTransport } from "~/platform/mail/smtp-transport.server";
import { listStoredMails, readStoredMail } from "~/platform/mail/stored-mails.server";
import { anSmtpReceiver, type Behaviour } from "./smtp-receiver";

const folder = mkdtempSync(join(tmpdir(), "hearback-mail-"));
const behaviours = new Map<string, Behaviour>();
const receiver = await anSmtpReceiver({ behave: (address) => behaviours.get(address) ?? "take" });
const smtp = smtpTransport(receiver.url);
const hasty = smtpTransport(`${receiver.url}?socketTimeout=700`);
const files = fileTransport(folder);
afterAll(async () => {
  await Promise.all([smtp.close(), hasty.close()]);
  await receiver.kill();
  rmSync(folder, { recursive: true, force: true });
});

let sent = 0;
function aMessage(traits: Partial<MailMessage> = {}): MailMessage {
  return {
    from: { name: "Tern Wallet 社区", address: "noreply@hearback.test" },
    to: { name: "Mei", address: `mei-${++sent}@members.test` },
    subject: "官方回复：转账卡住了 " + "很长的标题".repeat(10),
    text: "First line\n\n.A line that begins with a dot\n第二行",
    html: "<p>Hello</p>",
    messageId: `mail.${sent}@hearback.test`,
    references: ["topic.12@hearback.test"],
    headers: {
      "List-Unsubscribe": `<http://hearback.test/unsubscribe/${"x".repeat(120)}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
    ...traits,
  };
}

const arrivals = {
  smtp: async () => simpleParser(receiver.received.at(-1)!.source),
  files: async () => simpleParser(readFileSync(join(folder, readdirSync(folder).toSorted().at(-1)!))),
};

describe.each([
  ["smtp", smtp],
  ["files", files],
] as const)("%s", (kind, transport) => {
  test("a mail arrives as it was written", async () => {
    const message = aMessage();
    expect((await transport.send(message)).outcome).toBe("accepted");
    const mail = await arrivals[kind]();
    expect(mail.subject).toBe(message.subject);
    expect(mail.text?.trim()).toBe(message.text);
    expect(mail.html).toContain("<p>Hello</p>");
    expect(mail.from?.value).toEqual([message.from]);
    expect(mail.to).toMatchObject({ value: [message.to] });
    expect(mail.messageId).toBe(`<${message.messageId}>`);
    expect([mail.inReplyTo, mail.references]).toEqual(Array(2).fill("<topic.12@hearback.test>"));
    const raw = Object.fromEntries(mail.headerLines.map(({ key, line }) => [key, line]));
    expect(raw["list-unsubscribe-post"]).toBe("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(raw["list-unsubscribe"]!.replaceAll(/\s/g, "")).toContain("x".repeat(120));
  });

  test("nothing in a name or subject becomes a header or another recipient", async () => {
    await transport.send(
      aMessage({
        subject: "Hi\r\nBcc: all@evil.test\r\n\r\nbody",
        from: { name: 'x" <a@evil.test>, y', address: "noreply@hearback.test" },
      }),
    );
    const mail = await arrivals[kind]();
    expect(mail.bcc).toBeUndefined();
    expect(mail.subject).toBe("Hi Bcc: all@evil.test body");
    expect(mail.from?.value).toEqual([{ name: 'x" <a@evil.test>, y', address: "noreply@hearback.test" }]);
  });

  test("an address that is none is a mistake of ours", async () => {
    await expect(transport.send(aMessage({ to: { address: "a@b.test, c@d.test" } }))).rejects.toThrow(
      "no address",
    );
  });
});

describe("an SMTP server that", () => {
  async function sendTo(behaviour: Behaviour) {
    const message = aMessage();
    behaviours.set(message.to.address, behaviour);
    return (behaviour === "hang" ? hasty : smtp).send(message);
  }

  test.each([
    ["does not know the address", 550, { outcome: "refused", isForAddress: true }],
    ["does not want the text", { data: 554 }, { outcome: "refused", isForAddress: false }],
    ["asks to come again", 451, { outcome: "later" }],
    ["asks to come again after the text", { data: 452 }, { outcome: "later" }],
    ["says nothing any more", "hang", { outcome: "away" }],
  ] as [string, Behaviour, object][])("%s", async (_what, behaviour, expected) => {
    expect(await sendTo(behaviour)).toMatchObject(expected);
  });

  test("takes a mail and hangs up before saying so gets it once for this attempt", async () => {
    const before = receiver.received.length;
    expect(await sendTo("take-and-drop")).toMatchObject({ outcome: "away" });
    expect(receiver.received.length).toBe(before + 1);
    expect((await smtp.send(aMessage())).outcome).toBe("accepted");
  });

  test("is not there is away, and takes mail when it is back", async () => {
    const gone = await anSmtpReceiver();
    const transport = smtpTransport(gone.url);
    await gone.kill();
    expect(await transport.send(aMessage())).toMatchObject({ outcome: "away" });
    const back = await anSmtpReceiver({ port: gone.port });
    expect(await transport.send(aMessage())).toMatchObject({ outcome: "accepted" });
    await transport.close();
    await back.kill();
  });
});

test("mails kept as files are listed newest first and read with their headers", async () => {
  await files.send(aMessage({ subject: "The last one" }));
  const { mails } = await listStoredMails(folder, null);
  expect(mails[0]).toMatchObject({ subject: "The last one", to: expect.stringContaining("@members.test") });
  expect((await listStoredMails(folder, mails[0]!.name)).mails.map(({ name }) => name)).toEqual(
    mails.slice(1).map(({ name }) => name),
  );
  const opened = await readStoredMail(folder, mails[0]!.name);
  expect(opened).toMatchObject({
    text: expect.stringContaining("First line"),
    html: expect.stringContaining("Hello"),
  });
  expect(opened!.headers.map(({ name }) => name)).toContain("List-Unsubscribe");
  for (const name of ["../secrets.json", "nothing.eml", "..%2f.eml", ".hidden"])
    expect(await readStoredMail(folder, name)).toBeNull();
});
