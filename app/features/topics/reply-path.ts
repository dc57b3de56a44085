// A path is one segment per level, each the ordinal of a reply among those made at that place, in base 36 and of fixed
// width: comparing two paths as text is comparing places in the tree, depth first. Lower-case letters and digits sort
// alike under every collation a database may have.

const segmentWidth = 5;
const radix = 36;
/** Segments never begin with this: added to a path, it closes the range of everything below. */
export const afterEverySegment = "z";
const maxOrdinal = parseInt(afterEverySegment.padEnd(segmentWidth, "0"), radix) - 1;

/** Replies to a reply at this depth stand beside it; a reply to the topic itself has depth 1. */
export const maxDepth = 50;

/** Path of the `ordinal`-th reply (from 1) made under `parentPath`; "" is the topic itself. */
export function childPath(parentPath: string, ordinal: number): string {
  if (!Number.isInteger(ordinal) || ordinal < 1 || ordinal > maxOrdinal) {
    throw new RangeError(`A reply cannot be number ${ordinal} at its place`);
  }
  return parentPath + ordinal.toString(radix).padStart(segmentWidth, "0");
}

export function depthOf(path: string): number {
  return path.length / segmentWidth;
}

/** The path a reply to `path` hangs under: `path` itself, or the one above when the tree is as deep as it gets. */
export function parentPathFor(path: string): string {
  return depthOf(path) < maxDepth ? path : path.slice(0, -segmentWidth);
}

/** Every path above, the topmost first. */
export function ancestorPaths(path: string): string[] {
  const above: string[] = [];
  for (let end = segmentWidth; end < path.length; end += segmentWidth) above.push(path.slice(0, end));
  return above;
}

export function rootPath(path: string): string {
  return path.slice(0, segmentWidth);
}

/** Everything below `path` sorts after it and before this. */
export function endOfBranch(path: string): string {
  return path + afterEverySegment;
}
