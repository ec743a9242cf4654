import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useState, type RefObject } from 'react';
import { usePrinting } from '../../session/use-printing.js';

interface Rows {
  readonly count: number;
  /** Estimated height of a row before it is rendered. */
  readonly rowPx: number;
  /** Rows rendered above and below the visible ones. */
  readonly beyond: number;
  /** Renders all rows, as in print: for the browser's own search. */
  readonly all?: boolean;
}

/**
 * The rendered rows of a long table: those visible in the window, and all of them in print. `before` and `after` are
 * the heights of the others in px; `measure` is the ref of each row.
 */
export function useRowsInSight(table: RefObject<HTMLTableElement | null>, { count, rowPx, beyond, all = false }: Rows) {
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setMargin(Math.round((table.current?.getBoundingClientRect().top ?? 0) + window.scrollY));
    measure();
    // content above may appear and disappear, which changes the height of the page
    const whole = new ResizeObserver(measure);
    whole.observe(document.body);
    return () => whole.disconnect();
  }, [table]);
  const rows = useWindowVirtualizer({ count, estimateSize: () => rowPx, overscan: beyond, scrollMargin: margin });
  const isPrinting = usePrinting() || all;
  const inSight = rows.getVirtualItems();
  const [begin, end] = [inSight[0]?.start ?? margin, inSight.at(-1)?.end ?? margin];
  return {
    measure: rows.measureElement,
    scrollTo: (index: number) => rows.scrollToIndex(index),
    indexes: isPrinting ? Array.from({ length: count }, (_, index) => index) : inSight.map(({ index }) => index),
    before: isPrinting ? 0 : begin - margin,
    after: isPrinting ? 0 : rows.getTotalSize() - (end - margin),
  };
}
