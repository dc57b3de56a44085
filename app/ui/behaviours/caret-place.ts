const copied = [
  "boxSizing",
  "inlineSize",
  "paddingTop",
  "paddingRight",
  "paddingBottom",
  "paddingLeft",
  "borderTopWidth",
  "borderRightWidth",
  "borderBottomWidth",
  "borderLeftWidth",
  "fontFamily",
  "fontSize",
  "fontWeight",
  "fontStyle",
  "letterSpacing",
  "lineHeight",
  "tabSize",
  "textIndent",
  "wordSpacing",
] as const;

/** Where a character of a text field stands, from the field's own corner: browsers tell it for no textarea. */
export function placeOf(
  field: HTMLTextAreaElement,
  index: number,
): { top: number; left: number; height: number } {
  const mirror = document.createElement("div");
  const style = getComputedStyle(field);
  for (const name of copied) mirror.style[name] = style[name];
  Object.assign(mirror.style, {
    position: "absolute",
    visibility: "hidden",
    whiteSpace: "pre-wrap",
    overflowWrap: "break-word",
    insetBlockStart: "0",
    insetInlineStart: "0",
  });
  const mark = document.createElement("span");
  mark.textContent = field.value.slice(index, index + 1) || ".";
  mirror.append(field.value.slice(0, index), mark);
  document.body.append(mirror);
  const place = {
    top: mark.offsetTop - field.scrollTop,
    left: mark.offsetLeft - field.scrollLeft,
    height: mark.offsetHeight,
  };
  mirror.remove();
  return place;
}
