import { parseMultipart } from "@remix-run/multipart-parser";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BadRequest, TooLarge } from "~/platform/errors";
import { streamParts } from "./multipart-stream.server";

const limits = { maxParts: 20, maxBytes: 1_000_000 };

test("however a body is cut into pieces, its parts are what the other parser finds in it as a whole", async () => {
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.array(fc.constantFrom("\r\n", "--", "--x", "\r\n--", "\r", "-", "a"), { maxLength: 12 }).map(bytesOf),
  );
  const part = fc.record({ name: fc.string({ minLength: 1, maxLength: 5 }), isFile: fc.boolean(), content });
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 90 }),
      async (parts, size) => {
        const body = bodyOf(parts.filter(({ content }) => !Buffer.from(content).includes("\r\n--bound")));
        const judge = [...parseMultipart(body, { boundary: "boundary" })].map((each) => ({
          name: each.name ?? "",
          fileName: each.isFile ? (each.filename ?? "") : null,
          content: Buffer.from(each.bytes).toString("hex"),
        }));
        expect(await read(body, size)).toEqual(judge);
      },
    ),
    { numRuns: 300 },
  );
});

test("a part that nobody reads to its end is skipped", async () => {
  const body = bodyOf([
    { name: "first", isFile: true, content: new Uint8Array(5_000) },
    { name: "second", isFile: false, content: bytesOf(["here"]) },
  ]);
  const names: string[] = [];
  for await (const { name, content } of streamParts(cutUp(body, 100), "boundary", limits)) {
    names.push(name);
    for await (const _piece of content) break;
  }
  expect(names).toEqual(["first", "second"]);
});

test.each([
  [
    "cut off within a file",
    bodyOf([{ name: "a", isFile: true, content: new Uint8Array(50) }]).subarray(0, -20),
  ],
  ["without a first line", Buffer.from("hello")],
  ["with a head that never ends", Buffer.from(`--boundary\r\nX: ${"y".repeat(20_000)}`)],
  ["empty", Buffer.alloc(0)],
])("a body %s is refused as unreadable", async (_what, body) => {
  await expect(read(body, 64)).rejects.toThrow(BadRequest);
});

test("ten thousand parts, or more bytes than allowed, are refused on the way", async () => {
  const part = { name: "a", isFile: true, content: bytesOf(["x"]) };
  await expect(read(bodyOf(Array.from({ length: 10_000 }, () => part)), 65_536)).rejects.toThrow(TooLarge);
  const large = bodyOf([{ ...part, content: new Uint8Array(2_000_000) }]);
  await expect(read(large, 65_536)).rejects.toThrow(TooLarge);
});

interface Part {
  name: string;
  isFile: boolean;
  content: Uint8Array;
}

function bodyOf(parts: Part[]): Buffer {
  const pieces = parts.flatMap(({ name, isFile, content }) => {
    const file = isFile ? '; filename="f;1.png"' : "";
    const plain = name.replace(/[^a-z0-9]/gi, "_");
    return [
      Buffer.from(`--boundary\r\nContent-Disposition: form-data; name="${plain}"${file}\r\n\r\n`),
      content,
      Buffer.from("\r\n"),
    ];
  });
  return Buffer.concat([...pieces, Buffer.from("--boundary--\r\n")]);
}

async function read(body: Uint8Array, size: number) {
  const parts: { name: string; fileName: string | null; content: string }[] = [];
  for await (const { name, fileName, content } of streamParts(cutUp(body, size), "boundary", limits)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of content) pieces.push(Buffer.from(piece));
    parts.push({ name, fileName, content: Buffer.concat(pieces).toString("hex") });
  }
  return parts;
}

async function* cutUp(body: Uint8Array, size: number) {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size);
}

function bytesOf(words: string[]): Uint8Array {
  return new Uint8Array(Buffer.from(words.join("")));
}
