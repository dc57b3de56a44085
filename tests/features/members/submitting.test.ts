import { describe, expect, test } from "vitest";
import type { MemberContext } from "~/features/members/context";
import { claimSubmission, completeSubmission } from "~/features/members/submitting.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { aMember } from "../../factories/members";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const mei = contextFor(platform, await aMember(platform));
const sam = contextFor(platform, await aMember(platform));
const key = "0b8b3c9e-6a55-4b0d-9a2e-3f6f2f6f0001";

function send(ctx: MemberContext, submission: string, location: string) {
  return inTransaction(ctx, async (tx) => {
    const earlier = await claimSubmission(tx, submission);
    if (earlier) return earlier;
    await completeSubmission(tx, submission, location);
    return location;
  });
}

describe("a form sent twice", () => {
  test("leads to what the first sending made", async () => {
    expect(await send(mei, key, "/t/1")).toBe("/t/1");
    expect(await send(mei, key, "/t/2")).toBe("/t/1");
  });

  test("is somebody else's form when somebody else sends it", async () => {
    expect(await send(sam, key, "/t/3")).toBe("/t/3");
  });

  test("by twenty presses at once is done once", async () => {
    const twice = "0b8b3c9e-6a55-4b0d-9a2e-3f6f2f6f0002";
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, press) => send(mei, twice, `/t/${100 + press}`)),
    );
    expect(new Set(answers).size).toBe(1);
  });

  test("without a usable key is two forms", async () => {
    expect(await send(mei, "", "/t/4")).toBe("/t/4");
    expect(await send(mei, "'; DROP TABLE", "/t/5")).toBe("/t/5");
  });

  test("counts for nothing when the first sending failed", async () => {
    const failed = "0b8b3c9e-6a55-4b0d-9a2e-3f6f2f6f0003";
    const failing = inTransaction(mei, async (tx) => {
      await claimSubmission(tx, failed);
      throw new Error("disk full");
    });
    await expect(failing).rejects.toThrow("disk full");
    expect(await send(mei, failed, "/t/6")).toBe("/t/6");
  });
});
