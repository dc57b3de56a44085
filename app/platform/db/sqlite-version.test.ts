import { expect, test } from "vitest";
import { refuseCorruptingVersion } from "./sqlite-version";

test.each(["3.7.0", "3.44.5", "3.46.1", "3.50.6", "3.51.2"])("SQLite %s is refused", (version) => {
  expect(() => refuseCorruptingVersion(version)).toThrow(/can corrupt/);
});

test.each(["3.6.23", "3.44.6", "3.50.7", "3.51.3", "3.53.2", "4.0.0"])("SQLite %s is taken", (version) => {
  expect(() => refuseCorruptingVersion(version)).not.toThrow();
});
