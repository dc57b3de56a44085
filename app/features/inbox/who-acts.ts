import type { ObligationKind } from "./obligation";
import { type ResponseTargets, targetHours } from "./response";

/** What a problem's page knows of it without asking anybody. */
export interface ProblemFacts {
  status: string;
  statusChangedAt: Date;
  createdAt: Date;
  areaId: number;
  /** Opened by somebody of the team: then nobody waits for an answer. */
  isByTeam: boolean;
  /** What the inbox says; it may be a moment behind. */
  waits: readonly { kind: string; since: Date }[];
  /** The team's latest official reply that stands. */
  letter: { type: string; at: Date } | null;
}

export type WhoActs =
  | { who: "team"; since: Date; target: Target | null }
  | { who: "working"; since: Date }
  | { who: "reporter"; since: Date }
  | { who: "answered"; since: Date }
  | { who: "nobody" };

/** In the largest unit that leaves nothing over. */
export interface Target {
  unit: "days" | "hours" | "plainHours";
  count: number;
}

const unsettled = ["open", "acknowledged", "investigating"];

/** Who has to do something about a problem, and since when. */
export function whoActs(facts: ProblemFacts, targets: ResponseTargets): WhoActs {
  const { status, letter, waits, createdAt, areaId, isByTeam } = facts;
  if (status === "solved" || status === "closed") return { who: "nobody" };
  const team = (kind: ObligationKind, since: Date): WhoActs => ({
    who: "team",
    since,
    target: targetOf(targets, targetHours(targets, { kind, areaId })),
  });
  const wait = waits.find(
    ({ kind, since }) => (kind === "answer" || kind === "follow-up") && !(letter && letter.at >= since),
  );
  if (wait) return team(wait.kind as ObligationKind, wait.since);
  const isOpen = unsettled.includes(status);
  if (!letter && isOpen && !isByTeam) return team("answer", createdAt);
  if (letter?.type === "needs-information" && isOpen) return { who: "reporter", since: letter.at };
  if (status === "known-issue" || status === "investigating" || status === "acknowledged")
    return { who: "working", since: facts.statusChangedAt };
  return letter ? { who: "answered", since: letter.at } : { who: "nobody" };
}

function targetOf({ week }: ResponseTargets, hours: number): Target | null {
  if (hours === 0) return null;
  if (!week) return { unit: "plainHours", count: hours };
  const days = (hours * 60) / (week.to - week.from);
  return Number.isInteger(days) ? { unit: "days", count: days } : { unit: "hours", count: hours };
}
