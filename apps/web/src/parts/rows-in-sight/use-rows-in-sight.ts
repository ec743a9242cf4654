import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useState, type RefObject } from 'react';
import { usePrinting } from '../printing/use-printing.js';

interface Rows {
  readonly count: number;
  /** How high a row is, as far as is known before it is drawn. */
  readonly rowPx: number;
  /** Rows above and below those in sight. */
  readonly beyond: number;
  /** All of them, as on paper: somebody looks for a word with the browser's own search. */
  readonly all?: boolean;
}

/**
 * The rows of a long table that are in the document: those in sight of the window, and on paper all of them. `before` and
 * `after` are what the others would take, in px; `measure` is the ref of each row.
 */
export function useRowsInSight(table: RefObject<HTMLTableElement | null>, { count, rowPx, beyond, all = false }: Rows) {
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setMargin(Math.round((table.current?.getBoundingClientRect().top ?? 0) + window.scrollY));
    measure();
    // what stands above comes and goes, and the page grows and shrinks with it
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
