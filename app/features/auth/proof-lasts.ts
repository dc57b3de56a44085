import { hours, minutes } from "~/platform/clock/clock";

/** How fresh a proof has to be: for what gives the account away, and for what the team does. */
export const proofLasts = { sensitive: minutes(10), staff: hours(12) };
