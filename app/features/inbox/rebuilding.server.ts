import { systemContext } from "~/features/members/context";
import { scheduleJob } from "~/platform/outbox/append.server";
import type { Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";
import { refreshObligations } from "./refreshing.server";

/** Raised whenever what counts as owed changes: every site then reads all its topics once. */
const rulesVersion = 2;
const settingKey = "inbox-rules";
const topicsAtOnce = 500;

/** Asked every hour and at start: begins to read all topics anew where that was last done by other rules, or never. */
export const inboxRulesJob: Listener<Platform> = {
  name: "inbox-rules",
  batchSize: 1,
  async handle(platform) {
    const kept = await platform.db.setting.findUnique({ where: { key: settingKey } });
    if ((kept?.value as { version?: number } | undefined)?.version === rulesVersion) return;
    await goOn(platform, 0);
  },
};

/** Reads some topics and asks for the next: a killed worker goes on where it was. */
export const inboxRebuild: Listener<Platform> = {
  name: "inbox-rebuild",
  batchSize: 1,
  async handle(platform, deliveries) {
    for (const { payload } of deliveries) {
      const ids = await topicsAfter(platform, Number(payload.after ?? 0));
      await refreshObligations(systemContext(platform), ids);
      if (ids.length === topicsAtOnce) await goOn(platform, ids.at(-1)!);
      else await noteRules(platform);
    }
  },
};

/** Every topic of the site in parts, for `doctor`: what `work` answers for each part is added up. */
export async function overAllTopics(
  platform: Platform,
  work: (topicIds: number[]) => Promise<number>,
): Promise<number> {
  let sum = 0;
  for (let after = 0; ;) {
    const ids = await topicsAfter(platform, after);
    sum += await work(ids);
    if (ids.length < topicsAtOnce) return sum;
    after = ids.at(-1)!;
  }
}

async function topicsAfter({ rows }: Platform, after: number): Promise<number[]> {
  const found = await rows<{ id: number }>(
    `SELECT "id" FROM "Topic" WHERE "id" > ? ORDER BY "id" LIMIT ${topicsAtOnce}`,
    [after],
  );
  return found.map(({ id }) => id);
}

function goOn(platform: Platform, after: number): Promise<void> {
  return scheduleJob(platform, {
    listener: inboxRebuild.name,
    payload: { after },
    runAt: platform.clock.now(),
    uniqueKey: `${inboxRebuild.name}@${rulesVersion}@${after}`,
  });
}

async function noteRules({ db }: Platform): Promise<void> {
  const value = { version: rulesVersion };
  await db.setting.upsert({
    where: { key: settingKey },
    create: { key: settingKey, value },
    update: { value },
  });
}
