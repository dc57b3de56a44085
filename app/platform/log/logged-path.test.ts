import { expect, test } from "vitest";
import routes from "~/routes";
import { loggedPath } from "./logged-path";

test("the token of an address stands in no log", () => {
  const withToken = (routes as { path?: string }[]).flatMap(({ path }) =>
    path?.includes(":token") ? [`/${path}`] : [],
  );
  expect(withToken).toContain("/reset/:token");
  for (const path of withToken)
    expect(loggedPath(path.replace(":token", "canary")), path).not.toContain("canary");
});

test("what is no secret stays readable", () => {
  for (const path of ["/t/12/reset", "/subscribe", "/settings/security/confirmation"])
    expect(loggedPath(path)).toBe(path);
});
