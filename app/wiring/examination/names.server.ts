import { claimMissingNames } from "~/features/members/claiming.server";
import type { Check } from "./check";

/** Members whose names others could still imitate, because they came before looks were claimed. */
export const namesCheck: Check = {
  name: "names whose look-alikes are not kept from others",
  count: (platform) => claimMissingNames(platform, { isFixing: false }),
  fix: (platform) => claimMissingNames(platform, { isFixing: true }),
};
