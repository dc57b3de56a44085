import { expect, test } from "vitest";
import { deliveryOf } from "./smtp-transport.server";

const failed = (traits: object) => deliveryOf({ name: "Error", message: "it failed", ...traits });

test.each([
  ["an address that does not exist", { command: "RCPT TO", code: "EENVELOPE", responseCode: 550 }, "refused"],
  ["a message that is not wanted", { command: "DATA", code: "EMESSAGE", responseCode: 554 }, "refused"],
  ["a mailbox that is full", { command: "RCPT TO", code: "EENVELOPE", responseCode: 452 }, "later"],
  ["grey listing after the text", { command: "DATA", code: "EMESSAGE", responseCode: 451 }, "later"],
  ["a server that shuts down", { command: "RCPT TO", code: "EENVELOPE", responseCode: 421 }, "away"],
  ["a wrong password", { command: "AUTH PLAIN", code: "EAUTH", responseCode: 535 }, "away"],
  ["a sender that is not allowed", { command: "MAIL FROM", code: "EENVELOPE", responseCode: 553 }, "away"],
  ["a connection nobody takes", { command: "CONN", code: "ECONNECTION" }, "away"],
  ["a connection that breaks in the text", { command: "DATA", code: "ECONNECTION" }, "away"],
  ["silence", { command: "DATA", code: "ETIMEDOUT" }, "away"],
])("%s", (_what, error, outcome) => expect(failed(error).outcome).toBe(outcome));

test("only what is said of the address counts against it", () => {
  expect(failed({ command: "RCPT TO", code: "EENVELOPE", responseCode: 550 })).toMatchObject({
    isForAddress: true,
  });
  expect(failed({ command: "DATA", code: "EMESSAGE", responseCode: 550 })).toMatchObject({
    isForAddress: false,
  });
});
