import { expect, test } from "vitest";
import { logUnexpected } from "./log-unexpected.server";
import type { RequestContext } from "./load-context";

function logged(error: Error, path = "/x"): { isUnavailable: boolean; line: string } {
  const lines: unknown[] = [];
  const platform = { log: { error: (...entry: unknown[]) => lines.push(entry) } };
  const context = { platform, requestId: "r-1" } as unknown as RequestContext;
  const isUnavailable = logUnexpected(error, new Request(`http://hearback.test${path}`), context);
  return { isUnavailable, line: JSON.stringify(lines) };
}

test("an error is logged with its request and without what was typed", () => {
  const error = new Error(
    'Invalid `prisma.member.create()`:\n{ data: { email: "mei@post.example" } }\n\nUnique constraint failed',
  );
  const { isUnavailable, line } = logged(error, "/first-run/a-secret-token?x=1");
  expect(line).toContain("r-1");
  expect(line).toContain("Unique constraint failed");
  expect(line).not.toContain("mei@post.example");
  expect(line).not.toContain("a-secret-token");
  expect(isUnavailable).toBe(false);
});

test.each(["ECONNREFUSED", "P1001", "57P01", "P2024"])("%s means that trying again later helps", (code) => {
  expect(logged(Object.assign(new Error("no"), { code })).isUnavailable).toBe(true);
});
