import type { markdown as english } from "../en/markdown";
import type { Translation } from "../translation";

export const markdown: Translation<typeof english> = {};
