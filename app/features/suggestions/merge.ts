/** Why two suggestions are not merged. Each is a key of the messages in locales/errors. */
export const mergeRefusals = [
  "merge-self",
  "merge-source-merged",
  "merge-target-merged",
  "merge-source-has-merged",
  "merge-held",
] as const;
export type MergeRefusal = (typeof mergeRefusals)[number];
