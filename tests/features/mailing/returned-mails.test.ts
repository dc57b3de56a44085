import { expect, test } from "vitest";
import { noteReturnedMail } from "~/features/mailing/returned-mails.server";
import { systemContext } from "~/features/members/context";
import { aMember } from "../../factories/members";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const ctx = systemContext(platform);

async function aSentMail() {
  const member = await aMember(platform);
  const at = { createdAt: clock.now(), dueAt: clock.now(), endedAt: clock.now() };
  const { id } = await db.mail.create({
    data: { kind: "notices", memberId: member.id, data: {}, state: "sent", claims: 1, ...at },
  });
  return { id, address: `${member.name}@members.test` };
}

/** As Postfix writes it. */
function report({
  id,
  address,
  action = "failed",
  status = "5.1.1",
}: Record<string, string | number>): Buffer {
  return Buffer.from(
    [
      "From: MAILER-DAEMON@mx.test",
      "To: noreply@hearback.test",
      "Subject: Undelivered Mail Returned to Sender",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      "MIME-Version: 1.0",
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "I'm sorry to have to inform you that your message could not be delivered.",
      "",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.test",
      "",
      `Final-Recipient: rfc822; ${address}`,
      `Original-Recipient: rfc822;${address}`,
      `Action: ${action}`,
      `Status: ${status}`,
      "Diagnostic-Code: smtp; 550 5.1.1 User unknown",
      "    in virtual mailbox table",
      "",
      "--b",
      "Content-Type: message/rfc822",
      "",
      `Message-ID: <mail.${id}@hearback.test>`,
      "Subject: Hello",
      "",
      "Hi",
      "--b--",
      "",
    ].join("\r\n"),
  );
}

test("a report counts once for the mail it is about", async () => {
  const mail = await aSentMail();
  expect(await noteReturnedMail(ctx, report(mail))).toBe(true);
  expect(await noteReturnedMail(ctx, report(mail))).toBe(false);
  expect(await db.mailBounce.findUnique({ where: { address: mail.address } })).toMatchObject({
    hardBounces: 1,
    lastReason: "smtp; 550 5.1.1 User unknown in virtual mailbox table",
  });
  expect(await db.mail.findUnique({ where: { id: mail.id } })).toMatchObject({ state: "failed" });
});

test("a delay, a report about somebody else and anything that is no report count for nothing", async () => {
  const mail = await aSentMail();
  for (const source of [
    report({ ...mail, action: "delayed", status: "4.2.2" }),
    report({ ...mail, address: "victim@members.test" }),
    report({ ...mail, id: 999_999 }),
    Buffer.from("Subject: hello\r\n\r\nFinal-Recipient: rfc822; a@b\r\nStatus: 5.0.0"),
    Buffer.alloc(0),
  ])
    expect(await noteReturnedMail(ctx, source)).toBe(false);
  expect(
    await db.mailBounce.count({ where: { address: { in: [mail.address, "victim@members.test"] } } }),
  ).toBe(0);
});
