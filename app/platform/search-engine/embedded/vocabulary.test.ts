import { expect, test } from "vitest";
import { Vocabulary } from "./vocabulary";

function vocabularyOf(...words: string[]): Vocabulary {
  const vocabulary = new Vocabulary();
  words.forEach((word, index) => vocabulary.add(index + 1, word));
  return vocabulary;
}

test("the nearest words come first, the typed one is not among them", () => {
  const vocabulary = vocabularyOf("transaction", "transactions", "transfer", "transcription");
  expect(vocabulary.near("transacton", { limit: 2, isPrefix: false })).toEqual([
    "transaction",
    "transactions",
  ]);
  expect(vocabulary.near("transaction", { limit: 1, isPrefix: false })).toEqual(["transactions"]);
});

test("a wrong first letter is forgiven in long words only, and only when the rest is right", () => {
  const vocabulary = vocabularyOf("transaction", "ledger");
  expect(vocabulary.near("gransaction", { limit: 2, isPrefix: false })).toEqual(["transaction"]);
  expect(vocabulary.near("ransaction", { limit: 2, isPrefix: false })).toEqual(["transaction"]);
  expect(vocabulary.near("gransacton", { limit: 2, isPrefix: false })).toEqual([]);
  expect(vocabulary.near("kedger", { limit: 1, isPrefix: false })).toEqual([]);
});

test("half a word finds the words it may have begun", () => {
  const vocabulary = vocabularyOf("transaction", "wallet");
  expect(vocabulary.near("transcat", { limit: 1, isPrefix: true })).toEqual(["transaction"]);
});

test("a word met again is kept once", () => {
  const vocabulary = vocabularyOf("wallet", "wallet");
  expect(vocabulary.near("walet", { limit: 1, isPrefix: false })).toEqual(["wallet"]);
  expect(vocabulary.lastNumber).toBe(2);
});
