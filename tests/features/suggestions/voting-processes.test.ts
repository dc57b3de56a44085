import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { aMember } from "../../factories/members";
import { aSuggestion } from "../../factories/suggestions";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const program = fileURLToPath(new URL("./voting-process.mjs", import.meta.url));

test("fifty votes of one member from two processes at once are one vote", async () => {
  const { id, number } = await aSuggestion(platform);
  const voter = await aMember(platform);
  const order = [platform.config.databaseUrl, JSON.stringify(voter), String(number), "25"];
  const processes = [0, 1].map(() =>
    fork(program, order, { stdio: ["ignore", "inherit", "inherit", "ipc"] }),
  );
  // Both stand ready before either starts, so that they do meet.
  await Promise.all(processes.map(hear));
  const answers = processes.map(hear);
  for (const child of processes) child.send("go");
  for (const answer of (await Promise.all(answers)).flat())
    expect(answer).toMatchObject({ ok: true, count: 2, isVoted: true });
  const { voteCount } = await platform.db.topic.findUniqueOrThrow({ where: { id } });
  expect([await platform.db.vote.count({ where: { topicId: id } }), voteCount]).toEqual([2, 2]);
}, 60_000);

/** The next thing a process says; a process that ends without saying it fails the test at once. */
function hear(child: ChildProcess): Promise<unknown> {
  return new Promise((heard, failed) => {
    child.once("message", heard);
    child.once("exit", (code) => failed(new Error(`ended with ${code}`)));
  });
}
