import { expect, test } from "vitest";
import { sendAccountMail } from "~/features/mailing/account-mails.server";
import { systemContext } from "~/features/members/context";
import { inTransaction } from "~/platform/db/transaction.server";
import { aMember } from "../../factories/members";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db } = platform;
const ctx = systemContext(platform);

test("a mail about an account waits if and only if what gave reason for it happened", async () => {
  const { id: memberId } = await aMember(platform);
  const failing = inTransaction(ctx, async (tx) => {
    await sendAccountMail(tx, { type: "reset-password", memberId, path: "/reset/x" });
    throw new Error("not after all");
  });
  await expect(failing).rejects.toThrow("not after all");
  expect(await db.mail.count()).toBe(0);
  await inTransaction(ctx, (tx) =>
    sendAccountMail(tx, { type: "reset-password", memberId, path: "/reset/x", validMinutes: 60 }),
  );
  expect(await db.mail.findFirst()).toMatchObject({
    kind: "account",
    memberId,
    state: "waiting",
    priority: 1,
    data: { type: "reset-password", path: "/reset/x", validMinutes: 60 },
  });
});

test("a mail to nobody is a mistake", async () => {
  const sending = inTransaction(ctx, (tx) =>
    sendAccountMail(tx, { type: "confirm-address", memberId: null }),
  );
  await expect(sending).rejects.toThrow("needs an address");
});
