import { describe, expect, test } from "vitest";
import { editAnnouncement } from "~/features/changelog/editing.server";
import { getAnnouncement } from "~/features/changelog/reading.server";
import { findSchedule } from "~/features/changelog/reading-schedule.server";
import { ScheduleSchema } from "~/features/changelog/schedule-form";
import { scheduleAnnouncement, unscheduleAnnouncement } from "~/features/changelog/scheduling.server";
import { withdrawAnnouncement } from "~/features/changelog/withdrawing.server";
import { publishAnnouncement, publishDueJob } from "~/features/official/publishing.server";
import { hours } from "~/platform/clock/clock";
import { Forbidden } from "~/platform/errors";
import { OutboxWorker } from "~/platform/outbox/worker.server";
import { anAnnouncement } from "../../factories/announcements";
import { aMember } from "../../factories/members";
import { aSuggestion } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const lin = await aMember(platform, { role: "staff" });
const staff = contextFor(platform, lin);
const mei = contextFor(platform, await aMember(platform));

const inHours = (count: number) => new Date(clock.now().getTime() + hours(count));

function planned(slug: string, traits: Partial<Parameters<typeof scheduleAnnouncement>[1]> = {}) {
  const choice = { version: 1, at: inHours(5), timeZone: "Asia/Shanghai", settle: false, reply: "" };
  return scheduleAnnouncement(staff, { slug, ...choice, ...traits });
}

async function aPlanned(traits: Parameters<typeof planned>[1] = {}, topics: number[] = []) {
  const entry = await anAnnouncement(platform, { status: "draft", topics });
  expect(await planned(entry.slug, traits)).toMatchObject({ ok: true });
  return entry;
}

const runDue = () => publishDueJob.handle(platform, []);
const statusOf = (id: number) =>
  db.announcement.findUniqueOrThrow({ where: { id } }).then(({ status }) => status);
const publishedEvents = async (id: number) =>
  (await db.outbox.findMany({ where: { type: "announcement.published", listener: null } })).filter(
    ({ payload }) => (payload as { announcementId: number }).announcementId === id,
  ).length;

describe("an entry with a day", () => {
  test("is nobody's but the team's until then, and public when it is due, with what it says by then", async () => {
    const wish = await aSuggestion(platform);
    const { id, slug } = await aPlanned({ settle: true }, [wish.number]);
    await runDue();
    expect(await statusOf(id)).toBe("scheduled");
    await expect(getAnnouncement(guest(platform), slug)).rejects.toMatchObject({ status: 404 });
    const text = {
      title: "As it was edited",
      body: "Later words.",
      release: "",
      labels: [],
      attachmentIds: [],
    };
    await editAnnouncement(staff, { slug, version: 1, topics: [wish.number], ...text });

    clock.advance(hours(5));
    await runDue();
    expect(await getAnnouncement(guest(platform), slug)).toMatchObject({
      status: "published",
      title: "As it was edited",
      publishedAt: clock.now(),
    });
    expect((await db.topic.findUniqueOrThrow({ where: { id: wish.id } })).status).toBe("shipped");
    expect(await findSchedule(staff, slug)).toBeNull();
  });

  test("is shown back in the zone it was chosen in, and can be changed or taken back", async () => {
    const { id, slug } = await aPlanned();
    expect(await findSchedule(staff, slug)).toMatchObject({ at: inHours(5), timeZone: "Asia/Shanghai" });
    expect(await planned(slug, { at: inHours(9), timeZone: "Europe/Berlin" })).toMatchObject({ ok: true });
    clock.advance(hours(6));
    await runDue();
    expect(await statusOf(id)).toBe("scheduled");
    await unscheduleAnnouncement(staff, { slug });
    clock.advance(hours(6));
    await runDue();
    expect([await statusOf(id), await findSchedule(staff, slug)]).toEqual(["draft", null]);
  });

  test("missed while nothing ran goes out at the next start, by the row that waits for it", async () => {
    const { id } = await aPlanned();
    clock.advance(hours(400));
    await new OutboxWorker(platform, {}, [publishDueJob]).drain();
    expect(await statusOf(id)).toBe("published");
  });

  test("is published once by however many processes at once", async () => {
    const topic = await aSuggestion(platform);
    const { id } = await aPlanned({ reply: "It is in." }, [topic.number]);
    clock.advance(hours(5));
    await Promise.all(Array.from({ length: 8 }, runDue));
    expect(await publishedEvents(id)).toBe(1);
    expect(await db.officialReply.count({ where: { topicId: topic.id } })).toBe(1);
  });

  test("killed half-way is whole or not begun, and whole the next time", async () => {
    const topic = await aSuggestion(platform);
    const { id } = await aPlanned({ reply: "It is in." }, [topic.number]);
    clock.advance(hours(5));
    const dying = {
      ...platform,
      db: new Proxy(platform.db, {
        get(target, name) {
          if (name !== "$transaction") return Reflect.get(target, name) as unknown;
          return (work: (tx: unknown) => Promise<unknown>) =>
            target.$transaction(async (tx) => {
              await work(tx);
              throw new Error("killed");
            });
        },
      }),
    };
    await expect(publishDueJob.handle(dying, [])).rejects.toThrow("killed");
    expect([await statusOf(id), await publishedEvents(id)]).toEqual(["scheduled", 0]);
    expect(await db.officialReply.count({ where: { topicId: topic.id } })).toBe(0);
    await runDue();
    expect([await statusOf(id), await publishedEvents(id)]).toEqual(["published", 1]);
    expect(await db.officialReply.count({ where: { topicId: topic.id } })).toBe(1);
  });

  test("published by hand before its day does not go out again", async () => {
    const { id, slug } = await aPlanned();
    await publishAnnouncement(staff, { slug, version: 1, settle: false });
    clock.advance(hours(5));
    await runDue();
    expect(await publishedEvents(id)).toBe(1);
    await withdrawAnnouncement(staff, { slug });
    await runDue();
    expect(await statusOf(id)).toBe("withdrawn");
  });

  test("withdrawn and planned again goes out quietly, and taken back is withdrawn as before", async () => {
    const { id, slug } = await anAnnouncement(platform, { status: "withdrawn" });
    await planned(slug);
    await unscheduleAnnouncement(staff, { slug });
    expect(await statusOf(id)).toBe("withdrawn");
    await planned(slug);
    clock.advance(hours(5));
    await runDue();
    const events = await db.outbox.findMany({ where: { type: "announcement.published", listener: null } });
    const own = events.map(({ payload }) => payload as Record<string, unknown>);
    expect(own.filter(({ announcementId }) => announcementId === id)).toMatchObject([
      { quiet: false },
      { quiet: true },
    ]);
  });

  test("planned by somebody who has left the team waits and says why", async () => {
    const former = await aMember(platform, { role: "staff" });
    const { id, slug } = await anAnnouncement(platform, { status: "draft" });
    const other = await aPlanned();
    const choice = { version: 1, at: inHours(2), timeZone: "UTC", settle: false, reply: "" };
    await scheduleAnnouncement(contextFor(platform, former), { slug, ...choice });
    await db.member.update({ where: { id: former.id }, data: { role: "member" } });
    clock.advance(hours(5));
    await runDue();
    expect([await statusOf(id), await statusOf(other.id)]).toEqual(["draft", "published"]);
    expect(await findSchedule(staff, slug)).toMatchObject({ failure: "not-allowed" });
    await runDue();
    expect(await publishedEvents(id)).toBe(0);
  });

  test("is for staff, for the version looked at, and for a time to come", async () => {
    const { slug } = await anAnnouncement(platform, { status: "draft" });
    const choice = { slug, version: 1, at: inHours(1), timeZone: "UTC", settle: false, reply: "" };
    await expect(scheduleAnnouncement(mei, choice)).rejects.toBeInstanceOf(Forbidden);
    await expect(unscheduleAnnouncement(mei, { slug })).rejects.toBeInstanceOf(Forbidden);
    await expect(findSchedule(mei, slug)).rejects.toBeInstanceOf(Forbidden);
    await expect(planned("nowhere")).rejects.toMatchObject({ status: 404 });
    for (const [traits, reason] of [
      [{ version: 7 }, "changed-meanwhile"],
      [{ at: clock.now() }, "schedule-past"],
      [{ at: inHours(24 * 400) }, "schedule-far"],
    ] as const)
      expect(await planned(slug, traits)).toEqual({ ok: false, reason });
  });
});

describe("the form of a day", () => {
  const parse = (fields: Record<string, string>) =>
    ScheduleSchema.safeParse({ version: "1", date: "2026-11-29", time: "09:00", zone: "UTC", ...fields });

  test("is an instant when it is through", () => {
    expect(parse({ zone: "Asia/Shanghai" }).data?.at).toEqual(new Date("2026-11-29T01:00:00Z"));
    expect(parse({ date: "2027-10-31", time: "02:30", zone: "Europe/Berlin" }).data?.at).toEqual(
      new Date("2027-10-31T00:30:00Z"),
    );
  });

  test("names what comes after a time that is left out", () => {
    const gap = parse({ date: "2027-03-28", time: "02:30", zone: "Europe/Berlin" });
    expect(gap.error?.issues[0]).toMatchObject({
      path: ["time"],
      message: "schedule-gap",
      params: { zone: "Europe/Berlin", time: "02:30", next: "2027-03-28 03:00" },
    });
  });

  test("refuses what is no time, no zone or too long", () => {
    expect(parse({ date: "soon" }).error?.issues[0]).toMatchObject({ message: "schedule-time" });
    expect(parse({ zone: "Mars/Base" }).error?.issues[0]).toMatchObject({ message: "time-zone-unknown" });
    expect(parse({ reply: "x".repeat(70_000) }).error?.issues[0]).toMatchObject({
      path: ["reply"],
      message: "body-too-long",
    });
  });
});
