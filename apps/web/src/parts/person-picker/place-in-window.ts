/** As much of a rectangle as is needed here, in CSS pixels from the window's corner. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}
interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Placement {
  /** Above the field, where there is more room. */
  readonly above: boolean;
  /** How far to the left of the field's edge it begins. */
  readonly shift: number;
  readonly maxHeight: number;
}

/** Left free between a list and the window's edge. */
const MARGIN = 8;

/** Where a list opens beside its field without being cut off by the window. */
export function placeInWindow(field: Box, list: Size, view: Size): Placement {
  const below = view.height - field.bottom - MARGIN;
  const over = field.top - MARGIN;
  const above = list.height > below && over > below;
  const tooFar = field.left + list.width + MARGIN - view.width;
  return {
    above,
    shift: Math.max(0, Math.min(tooFar, field.left - MARGIN)),
    maxHeight: Math.max(0, above ? over : below),
  };
}
