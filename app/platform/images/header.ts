/** What a file says about itself before anything is decoded. Null when it is cut off or says nothing sensible. */
export interface ImageHeader {
  width: number;
  height: number;
  frames: number;
}

export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function letters(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}
