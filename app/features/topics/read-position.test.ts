import fc from "fast-check";
import { expect, test } from "vitest";
import { minutes } from "~/platform/clock/clock";
import { firstUnread, mostFresh, newsOf, nextPosition, type Reading } from "./read-position";

const now = new Date("2026-11-23T12:00:00Z");
const ago = (ms: number) => new Date(now.getTime() - ms);
const fresh = (...ids: number[]) => ids.map((id) => ({ id, rank: id }));
const position = { lastReplyId: 10, lastAt: ago(minutes(90)), sinceReplyId: 5, sinceAt: ago(minutes(999)) };

test("on a first visit nothing is new, and all that stands there counts as seen", () => {
  const reading: Reading = { position: null, newestId: 12, fresh: [] };
  expect(newsOf(reading, now)).toBeNull();
  expect(nextPosition(reading, new Set(), now)).toEqual({
    ...{ lastReplyId: 12, lastAt: now, sinceReplyId: 12, sinceAt: now },
  });
});

test("nothing is written while nothing is new", () => {
  expect(nextPosition({ position, newestId: 10, fresh: [] }, new Set([9, 10]), now)).toBeNull();
  // The latest reply may be deleted meanwhile: a position never goes back.
  expect(nextPosition({ position, newestId: 8, fresh: [] }, new Set([8]), now)).toBeNull();
});

test("a new visit begins where the one before it ended", () => {
  const reading = { position, newestId: 12, fresh: fresh(11, 12) };
  expect(newsOf(reading, now)).toMatchObject({
    count: 2,
    firstId: 11,
    since: position.lastAt,
    hasMore: false,
  });
  expect(nextPosition(reading, new Set([11, 12]), now)).toEqual({
    ...{ lastReplyId: 12, lastAt: now, sinceReplyId: 10, sinceAt: position.lastAt },
  });
});

test("within a visit what is new stays new, and the visit keeps its beginning", () => {
  const going = { ...position, lastAt: ago(minutes(5)) };
  const reading = { position: going, newestId: 11, fresh: fresh(8, 11) };
  expect(newsOf(reading, now)).toMatchObject({ count: 2, since: going.sinceAt });
  expect(firstUnread(reading)).toBe(11);
  expect(nextPosition(reading, new Set([8, 11]), now)).toEqual({ ...going, lastReplyId: 11, lastAt: now });
});

test("what is new and stands on another page stays unread", () => {
  const reading = { position, newestId: 14, fresh: fresh(11, 13, 14) };
  expect(nextPosition(reading, new Set([11, 14]), now)?.lastReplyId).toBe(12);
  expect(nextPosition(reading, new Set([14]), now)).toBeNull();
});

test("the first new one is the one met first from the top, not the one written first", () => {
  const reading = {
    position,
    newestId: 12,
    fresh: [
      { id: 11, rank: 1 },
      { id: 12, rank: 0 },
    ],
  };
  expect(newsOf(reading, now)?.firstId).toBe(12);
  expect(firstUnread(reading)).toBe(12);
});

test("of very many new ones only so many are told apart, and none of the others counts as seen", () => {
  const many = fresh(...Array.from({ length: mostFresh }, (_none, index) => 11 + index));
  const reading = { position, newestId: 5_000, fresh: many };
  expect(newsOf(reading, now)?.hasMore).toBe(true);
  const shown = new Set(many.map(({ id }) => id));
  expect(nextPosition(reading, shown, now)?.lastReplyId).toBe(10 + mostFresh);
});

test("whatever is shown, a position never goes back and never passes what was not shown", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 11, max: 60 })), fc.array(fc.nat(60)), (ids, shown) => {
      const reading = {
        position,
        newestId: Math.max(10, ...ids),
        fresh: fresh(...ids.sort((a, b) => a - b)),
      };
      const next = nextPosition(reading, new Set(shown), now)?.lastReplyId ?? position.lastReplyId;
      expect(next).toBeGreaterThanOrEqual(position.lastReplyId);
      expect(ids.filter((id) => id <= next && !shown.includes(id))).toEqual([]);
    }),
  );
});
