/** The fields of a rectangle used here, in CSS pixels from the window's corner. */
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
  /** True for above the field, when there is more room. */
  readonly above: boolean;
  /** Distance to the left of the field's edge. */
  readonly shift: number;
  readonly maxHeight: number;
}

/** Pixels between a list and the window's edge. */
const MARGIN = 8;

/** Position of a list beside its field such that the window does not cut it off. */
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
