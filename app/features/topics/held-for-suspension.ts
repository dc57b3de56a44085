/** `heldFor` of what is hidden because its author was suspended: nothing a moderator has to look at one by one. */
export const heldForSuspension = "suspension";
