import type { Board, TopicKind } from "~/features/topics/topic";
import type { SourceTopic } from "./source-topic";

const suggestionLabel = /^(feature|new feature|enhancement|feature.request|ux|design|proposal)$/i;
const problemLabel = /bug|crash|regression|broken|need.?repro|problem/i;
const questionLabel = /question|help wanted|discussion|support/i;
const asksSomething =
  /[?？]\s*$|^(how|why|what|can|is|does|where|when|which)\b|吗|怎么|如何|请问|为什么|是否|求助|求教/i;
const asksForChange = /feature request|\[feature|proposal|希望|建议|能否支持|支持一下|please (add|support)/i;

/** Areas by the words of labels, the first that fits. */
const areaLabels: [slug: string, pattern: RegExp][] = [
  ["security", /security|vulnerab|privacy|tor\b|安全/i],
  ["transaction", /transaction|\btx\b|fee|psbt|send|receive|coin.?control|wallet|交易|转账/i],
  ["account", /account|sign.?in|log.?in|auth|账号|账户/i],
];
const defaultArea = "technical";

export interface Classified {
  board: Board;
  kind: TopicKind;
  areaSlug: string;
  tagNames: string[];
}

/**
 * Where a topic of a tracker belongs here. A pull request proposes a change and so is a suggestion; of issues, labels
 * decide first and the title when they say nothing.
 */
export function classify(
  topic: SourceTopic,
  areaByLabel: ReadonlyMap<string, string> = new Map(),
): Classified {
  const kind = kindOf(topic);
  return {
    kind,
    board: kind === "suggestion" ? "suggestion" : "discussion",
    areaSlug: areaOf(topic, areaByLabel),
    tagNames: [
      ...new Set(topic.labels.map((label) => label.replace(/[<>]/g, "").trim()).filter(Boolean)),
    ].slice(0, 8),
  };
}

function kindOf({ isPull, labels, title }: SourceTopic): TopicKind {
  if (isPull) return "suggestion";
  if (labels.some((label) => problemLabel.test(label))) return "problem";
  if (labels.some((label) => suggestionLabel.test(label))) return "suggestion";
  if (labels.some((label) => questionLabel.test(label))) return "question";
  if (asksForChange.test(title)) return "suggestion";
  return asksSomething.test(title) ? "question" : "problem";
}

function areaOf({ labels }: SourceTopic, areaByLabel: ReadonlyMap<string, string>): string {
  for (const label of labels) {
    const chosen = areaByLabel.get(label.toLowerCase());
    if (chosen) return chosen;
  }
  return areaLabels.find(([, pattern]) => labels.some((label) => pattern.test(label)))?.[0] ?? defaultArea;
}
