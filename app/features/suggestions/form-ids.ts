/** The form being written: what stands outside of it belongs to it by this id. */
export const formId = "suggest";

export const controlIds = {
  title: "suggest-title",
  body: "suggest-body",
  area: "suggest-area",
  files: "suggest-files",
} as const;
