import { systemContext } from "~/features/members/context";
import type { Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";
import { endSuspensionsThatAreOver } from "./suspending.server";

/** The job the clock starts: accounts whose time is over come back, with their votes, without signing in first. */
export const suspensionsJob: Listener<Platform> = {
  name: "suspensions",
  batchSize: 1,
  async handle(platform) {
    while ((await endSuspensionsThatAreOver(systemContext(platform))) > 0);
  },
};
