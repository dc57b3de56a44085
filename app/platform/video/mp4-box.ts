import { VideoRefused } from "./port";

export interface Mp4Box {
  type: string;
  /** Where its header begins, where what is in it begins, and where it ends. */
  start: number;
  content: number;
  end: number;
}

/** The boxes in a part of a file, none of which may reach beyond it. */
export function* eachBox(bytes: Buffer, from: number, to: number): Generator<Mp4Box> {
  let start = from;
  while (start + 8 <= to) {
    const type = bytes.toString("latin1", start + 4, start + 8);
    const short = bytes.readUInt32BE(start);
    const isLong = short === 1 && start + 16 <= to;
    const content = start + (isLong ? 16 : 8);
    const size = isLong ? Number(bytes.readBigUInt64BE(start + 8)) : short;
    const end = short === 0 ? to : start + size;
    if (end < content || end > to) throw new VideoRefused("damaged");
    yield { type, start, content, end };
    start = end;
  }
  bytes.fill(0, Math.min(start, to), to); // too short for a box
}

/** Makes a box one that says nothing, of the same size. */
export function writeOver(bytes: Buffer, { start, content, end }: Mp4Box): void {
  bytes.write("free", start + 4, "latin1");
  bytes.fill(0, content, end);
}
