import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const heapBytesWithoutCollecting = 64 * 1024 * 1024;

/**
 * Collects garbage when much has gathered. On a machine with much memory V8 lets a long import grow to several times
 * what it needs; a small server would have to kill it.
 */
export function makeMemoryKeeper(): () => void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  return () => {
    if (process.memoryUsage().heapUsed > heapBytesWithoutCollecting) collect();
  };
}
