import { expect, test } from "vitest";
import { HashingQueue, QueueFull } from "./hashing-queue";

function controlled() {
  const started: string[] = [];
  const finish = new Map<string, () => void>();
  const job = (name: string) => () =>
    new Promise<string>((resolve) => {
      started.push(name);
      finish.set(name, () => resolve(name));
    });
  return { started, job, end: (name: string) => finish.get(name)!() };
}

test("two run, the next waits its turn, and the order is kept", async () => {
  const queue = new HashingQueue({ running: 2, waiting: 10, waitingPerNetwork: 10 });
  const { started, job, end } = controlled();
  const all = ["a", "b", "c", "d"].map((name) => queue.run("n", job(name)));
  await Promise.resolve();
  expect(started).toEqual(["a", "b"]);
  end("b");
  expect(await all[1]).toBe("b");
  await new Promise((resolve) => setImmediate(resolve));
  expect(started).toEqual(["a", "b", "c"]);
  for (const name of ["a", "c"]) end(name);
  await Promise.all([all[0], all[2]]);
  await new Promise((resolve) => setImmediate(resolve));
  end("d");
  expect(await all[3]).toBe("d");
});

test("one network cannot take every place", async () => {
  const queue = new HashingQueue({ running: 1, waiting: 10, waitingPerNetwork: 2 });
  const { job, end } = controlled();
  const first = queue.run("flood", job("a"));
  const second = queue.run("flood", job("b"));
  await expect(queue.run("flood", job("c"))).rejects.toThrow(QueueFull);
  const other = queue.run("home", job("d"));
  for (const name of ["a", "b", "d"]) {
    await new Promise((resolve) => setImmediate(resolve));
    end(name);
  }
  expect(await Promise.all([first, second, other])).toEqual(["a", "b", "d"]);
});

test("a job that fails frees its place", async () => {
  const queue = new HashingQueue({ running: 1, waiting: 0, waitingPerNetwork: 5 });
  await expect(queue.run("n", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await queue.run("n", () => Promise.resolve("fine"))).toBe("fine");
});
