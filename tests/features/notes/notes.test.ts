import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { getOwnNote, listNotes } from "~/features/notes/reading.server";
import { addNote, deleteNote, editNote } from "~/features/notes/writing.server";
import { getTopicId } from "~/features/topics/finding.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { aMember } from "../../factories/members";
import { aDiscussion } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db } = platform;
const jonas = await aMember(platform, { role: "staff", displayName: "Jonas" });
const lin = await aMember(platform, { role: "staff", displayName: "Lin" });
const ada = await aMember(platform, { role: "admin", displayName: "Ada" });
const moderator = await aMember(platform, { role: "moderator" });
const member = await aMember(platform);
const as = (actor: typeof jonas) => contextFor(platform, actor);
const topic = await aDiscussion(platform, { author: member });
const { id: topicId, number } = topic;
const read = () => listNotes(as(lin), { topicId });
async function aNote(body = "The second fee is **refundable**", author = jonas) {
  await addNote(as(author), { number, body, submission: randomUUID() });
  return (await read())[0]!;
}

test("staff tell each other something, the latest first, and the same form is told once", async () => {
  await aNote("First");
  const submission = randomUUID();
  for (let times = 0; times < 3; times++) await addNote(as(lin), { number, body: "Second", submission });
  const notes = await read();
  expect(notes.map(({ by }) => by.displayName)).toEqual(["Lin", "Jonas"]);
  expect(notes[1]!.bodyHtml).toContain("First");
});

test("markup in a note is text, not a way in", async () => {
  const { bodyHtml } = await aNote(`<script>alert(1)</script> <img src=x onerror=alert(1)> @${member.name}`);
  expect(bodyHtml).not.toMatch(/<script|<img/);
});

test("only its author changes it, and not once it is gone", async () => {
  const { id } = await aNote();
  expect((await getOwnNote(as(jonas), { topicId, id })).body).toContain("**refundable**");
  await expect(getOwnNote(as(lin), { topicId, id })).rejects.toThrow(Forbidden);
  await expect(editNote(as(ada), { number, id, body: "Mine" })).rejects.toThrow(Forbidden);
  await editNote(as(jonas), { number, id, body: "Said better" });
  expect((await read())[0]).toMatchObject({ id, editedAt: expect.any(Date) as Date });
  await deleteNote(as(jonas), { number, id });
  await expect(editNote(as(jonas), { number, id, body: "Back" })).rejects.toThrow(NotFound);
});

test("a deleted note keeps its place for the team and none of its words anywhere", async () => {
  const { id } = await aNote("Words to forget");
  await expect(deleteNote(as(lin), { number, id })).rejects.toThrow(Forbidden);
  await deleteNote(as(ada), { number, id });
  await deleteNote(as(ada), { number, id });
  expect((await read())[0]).toMatchObject({ id, bodyHtml: "", deleted: { by: "Ada" } });
  expect(await db.internalNote.findUniqueOrThrow({ where: { id } })).toMatchObject({
    body: "",
    bodyHtml: "",
  });
});

test("nobody but staff reads, writes or deletes one, not even moderators or who opened the topic", async () => {
  const { id } = await aNote();
  for (const actor of [member, moderator]) {
    await expect(listNotes(as(actor), { topicId })).rejects.toThrow(Forbidden);
    await expect(getOwnNote(as(actor), { topicId, id })).rejects.toThrow(Forbidden);
    await expect(addNote(as(actor), { number, body: "Hello", submission: "" })).rejects.toThrow(Forbidden);
    await expect(editNote(as(actor), { number, id, body: "Hello" })).rejects.toThrow(Forbidden);
    await expect(deleteNote(as(actor), { number, id })).rejects.toThrow(Forbidden);
  }
});

test("a note is found under its own topic alone", async () => {
  const other = await aDiscussion(platform);
  const { id } = await aNote();
  await expect(deleteNote(as(jonas), { number: other.number, id })).rejects.toThrow(NotFound);
  const otherId = await getTopicId(as(jonas), other.number);
  await expect(getOwnNote(as(jonas), { topicId: otherId, id })).rejects.toThrow(NotFound);
});
