import { expect, test } from "vitest";
import { EmailSchema } from "./input";

test("ten megabytes are refused as an address before they are looked through", () => {
  const { success, error } = EmailSchema.safeParse(`x@${"a.".repeat(5_000_000)}`);
  expect(success).toBe(false);
  expect(error!.issues.map(({ message }) => message)).toEqual(["email-invalid"]);
});

test("an address is kept in small letters and without the space around it", () => {
  expect(EmailSchema.parse("  Mei@Post.Example ")).toBe("mei@post.example");
  for (const typed of [
    "mei",
    "mei@",
    "@post.example",
    "mei@post",
    "m ei@post.example",
    `${"m".repeat(250)}@post.example`,
  ])
    expect(EmailSchema.safeParse(typed).success, typed).toBe(false);
});
