import { useText } from "~/platform/i18n/use-text";
import { Pager } from "~/ui/primitives/pager";
import { announcementPath } from "../paths";
import type { Neighbour } from "../reading.server";

export interface AnnouncementNeighboursProps {
  newer: Neighbour | null;
  older: Neighbour | null;
}

export function AnnouncementNeighbours({ newer, older }: AnnouncementNeighboursProps) {
  const t = useText("changelog");
  return <Pager newer={newer && linkTo(newer, "newer")} older={older && linkTo(older, "older")} />;

  function linkTo(entry: Neighbour, side: "newer" | "older") {
    return {
      href: announcementPath(entry),
      label: t(`page.${side}`, { name: entry.release || entry.title }),
    };
  }
}
