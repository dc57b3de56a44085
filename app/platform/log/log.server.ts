import pino from "pino";

export type Log = pino.Logger;

/** One line of JSON per event on standard error. What could identify or sign somebody in never gets that far. */
export function makeLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          "*.cookie",
          "*.authorization",
          "*.password",
          "*.token",
          "*.body",
          "*.email",
          "cookie",
          "password",
          "token",
        ],
        remove: true,
      },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
