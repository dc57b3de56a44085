/** Streams at once. A page that is not looked at closes its own, so these are pages before people's eyes. */
export const mostStreams = { inAll: 5_000, perMember: 20, perNetwork: 100 };
/** Where a proxy that TRUST_PROXY does not count hides everybody behind one local address. */
export const localTimes = 20;

/** A reader who is this far behind is cut off; their browser comes back and hears what it missed. */
export const mostBytesBehind = 16_384;

export const heartbeatMs = 25_000;
/** Then it is asked anew who listens, with all that signing in asks for. */
export const longestMs = 30 * 60_000;
