/** A part of a picture, in its own pixels. */
export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

export const smallestSide = 4;

/** The area in whole pixels, within the picture and not too small to be seen. */
export function within({ left, top, width, height }: Area, picture: Size): Area {
  const side = (length: number, all: number) =>
    Math.round(Math.min(Math.max(length, Math.min(smallestSide, all)), all));
  const fitted = { width: side(width, picture.width), height: side(height, picture.height) };
  const place = (start: number, length: number, all: number) =>
    Math.round(Math.min(Math.max(start, 0), all - length));
  return {
    left: place(left, fitted.width, picture.width),
    top: place(top, fitted.height, picture.height),
    ...fitted,
  };
}

export function moved(area: Area, across: number, down: number, picture: Size): Area {
  return within({ ...area, left: area.left + across, top: area.top + down }, picture);
}

/** Its lower right corner goes; the other one stays. */
export function resized(area: Area, across: number, down: number, picture: Size): Area {
  const width = Math.min(area.width + across, picture.width - area.left);
  const height = Math.min(area.height + down, picture.height - area.top);
  return within({ ...area, width, height }, picture);
}

/** What lies between two points, whichever was first. */
export function between(from: { x: number; y: number }, to: { x: number; y: number }, picture: Size): Area {
  const inside = (value: number, all: number) => Math.min(Math.max(value, 0), all);
  const [x1, x2] = [inside(from.x, picture.width), inside(to.x, picture.width)];
  const [y1, y2] = [inside(from.y, picture.height), inside(to.y, picture.height)];
  const area = {
    left: Math.min(x1, x2),
    top: Math.min(y1, y2),
    width: Math.abs(x1 - x2),
    height: Math.abs(y1 - y2),
  };
  return within(area, picture);
}

/** A new box in the middle, a third as wide and a tenth as high as the picture. */
export function middle(picture: Size): Area {
  const [width, height] = [picture.width / 3, picture.height / 10];
  const area = { left: (picture.width - width) / 2, top: (picture.height - height) / 2, width, height };
  return within(area, picture);
}

/** How far an arrow key goes: a hundredth of the picture, or with Shift five of them. */
export function stepOf(picture: Size, isLarge: boolean): number {
  return Math.max(1, Math.round(Math.max(picture.width, picture.height) / 100)) * (isLarge ? 5 : 1);
}
