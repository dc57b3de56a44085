import type { IconName } from "~/ui/primitives/icon-names";
import type { Tone } from "~/ui/primitives/tone";
import type { TopicStatus } from "./topic";

export interface StatusLook {
  tone: Tone;
  /** Each status has a shape of its own: it reads in grey and for every eye. */
  icon: IconName;
}

const looks: Record<TopicStatus, StatusLook> = {
  open: { tone: "open", icon: "st-open" },
  acknowledged: { tone: "open", icon: "st-ack" },
  investigating: { tone: "active", icon: "st-investigating" },
  "known-issue": { tone: "danger", icon: "st-incident" },
  answered: { tone: "done", icon: "st-done" },
  solved: { tone: "done", icon: "st-done" },
  closed: { tone: "closed", icon: "st-closed" },
  "under-review": { tone: "open", icon: "st-waiting" },
  planned: { tone: "open", icon: "st-planned" },
  started: { tone: "active", icon: "st-progress" },
  shipped: { tone: "done", icon: "st-done" },
  declined: { tone: "closed", icon: "st-closed" },
  merged: { tone: "closed", icon: "merge" },
};

export function isTopicStatus(value: unknown): value is TopicStatus {
  return typeof value === "string" && Object.hasOwn(looks, value);
}

export function statusLook(status: TopicStatus): StatusLook {
  return looks[status];
}
