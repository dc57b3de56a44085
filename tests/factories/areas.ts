import type { Area } from "~/features/site/area";
import { forgetAreas, insertAreas } from "~/features/site/areas.server";
import { inTransaction } from "~/platform/db/transaction.server";
import type { Platform } from "~/platform/platform";
import { guest } from "../setup/contexts";

let made = 0;

/** An area that takes topics, named in both languages. */
export async function anArea(
  platform: Platform,
  traits: Partial<Pick<Area, "slug" | "names">> = {},
): Promise<Area> {
  const slug = traits.slug ?? `area-${++made}`;
  const draft = {
    slug,
    names: traits.names ?? { en: `Area ${slug}`, "zh-CN": `分区 ${slug}` },
    descriptions: { en: "", "zh-CN": "" },
  };
  await inTransaction(guest(platform), (tx) => insertAreas(tx, [draft]));
  forgetAreas(platform);
  const kept = await platform.db.area.findUniqueOrThrow({ where: { slug } });
  return { ...draft, id: kept.id, position: kept.position, isArchived: false };
}
