import { verifyChain } from "~/features/audit/verifying.server";
import type { Check } from "./check";

/** Each line of the audit log against the one before. Only told: whoever mended it would be forging it. */
export const auditCheck: Check = {
  name: "entries of the audit log that do not follow the one before",
  async count(platform) {
    return (await verifyChain(platform)).wrong;
  },
};
