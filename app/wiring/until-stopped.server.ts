/** Resolves when the process is asked to stop. A second request ends it at once. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let isAsked = false;
    function ask() {
      if (isAsked) process.exit(1);
      isAsked = true;
      resolve();
    }
    process.on("SIGINT", ask);
    process.on("SIGTERM", ask);
  });
}
