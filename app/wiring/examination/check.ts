import type { Platform } from "~/platform/platform";

/** One thing doctor looks at. `count` is how many rows are wrong, `fix` mends them and answers how many it mended. */
export interface Check {
  name: string;
  count(platform: Platform): Promise<number>;
  fix?(platform: Platform): Promise<number>;
}
