import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../frame/language.js';
import { usePrinting } from '../../parts/printing/use-printing.js';
import { longMonth, shortMonth } from '../../words/dates.js';
import { PlanRow } from './plan-row.js';
import type { PlanPlace, UnitPlan } from './plan.js';
import styles from './plan-grid.module.css';

const ROW_PX = 45;

/**
 * Units × months: one cell is one tab stop, the arrow keys move, Enter opens. Only the rows in sight are in the document,
 * unless it is put on paper; the table says how many there are.
 */
export function PlanGrid({
  units,
  months,
  open,
  onOpen,
}: {
  readonly units: readonly UnitPlan[];
  readonly months: readonly string[];
  readonly open: PlanPlace | null;
  readonly onOpen: (place: PlanPlace) => void;
}) {
  const { t } = useTranslation('year-plan');
  const language = currentLanguage();
  const table = useRef<HTMLTableElement>(null);
  const [margin, setMargin] = useState(0);
  // row 0 is the months, column 0 the units
  const [at, setAt] = useState<readonly [number, number]>([1, 1]);
  const moving = useRef(false);
  const rows = useWindowVirtualizer({
    count: units.length,
    estimateSize: () => ROW_PX,
    overscan: 4,
    scrollMargin: margin,
  });
  const inSight = rows.getVirtualItems();
  const isPrinting = usePrinting();
  const shown = isPrinting ? units.map((_, index) => ({ index })) : inSight;
  const first = isPrinting ? undefined : inSight[0];
  const last = isPrinting ? undefined : inSight.at(-1);
  const [row, column] = [Math.min(at[0], units.length), Math.min(at[1], months.length)];

  useLayoutEffect(() => {
    const measure = () => setMargin(Math.round((table.current?.getBoundingClientRect().top ?? 0) + window.scrollY));
    measure();
    // what stands above comes and goes, and the page grows and shrinks with it
    const whole = new ResizeObserver(measure);
    whole.observe(document.body);
    return () => whole.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (!moving.current) return;
    const cell = cellAt([row, column]);
    if (!cell) return;
    moving.current = false;
    // as little as it takes to see it; for the focus alone the browser would put it in the middle
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  function cellAt(place: readonly [number, number]) {
    return table.current?.querySelector<HTMLButtonElement>(`[data-cell="${place.join('/')}"]`);
  }
  function move(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const [down, right] = step;
    const next: readonly [number, number] = [
      Math.max(0, Math.min(units.length, row + down)),
      Math.max(0, Math.min(months.length, right === Number.POSITIVE_INFINITY ? months.length : column + right)),
    ];
    moving.current = true;
    setAt(next);
    if (!cellAt(next)) rows.scrollToIndex(next[0] - 1);
  }
  const stop = (r: number, c: number) => ({
    'data-cell': `${r}/${c}`,
    tabIndex: r === row && c === column ? 0 : -1,
    onFocus: () => setAt([r, c]),
  });

  return (
    <div className={styles.scroller}>
      <table
        ref={table}
        role="grid"
        className={styles.grid}
        style={{ '--months': months.length } as CSSProperties}
        aria-label={t('grid.label')}
        aria-rowcount={units.length + 1}
        aria-colcount={months.length + 1}
        onKeyDown={move}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={styles.unit}>
              {t('grid.unit')}
            </th>
            {months.map((month, i) => (
              <th key={month} scope="col" aria-colindex={i + 2}>
                <button
                  type="button"
                  className={styles.head}
                  aria-pressed={open?.unitId === null && open.month === month}
                  onClick={() => onOpen({ unitId: null, month })}
                  {...stop(0, i + 1)}
                >
                  <span aria-hidden>{shortMonth(month, language)}</span>
                  <span className="only-for-readers">{longMonth(month, language)}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first && <Space height={first.start - margin} columns={months.length + 1} />}
          {shown.map(({ index }) => {
            const unit = units[index]!;
            return (
              <PlanRow
                key={unit.unitId}
                ref={rows.measureElement}
                index={index}
                unit={unit}
                months={months}
                reached={row === index + 1 ? column : undefined}
                open={open?.unitId === unit.unitId ? (open.month ?? 'unit') : undefined}
                onOpen={onOpen}
                onReach={setAt}
              />
            );
          })}
          {last && <Space height={rows.getTotalSize() - (last.end - margin)} columns={months.length + 1} />}
        </tbody>
      </table>
    </div>
  );
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [10, 0],
  PageUp: [-10, 0],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
};

/** Stands in for the rows out of sight. */
const Space = ({ height, columns }: { readonly height: number; readonly columns: number }) =>
  height > 0 ? (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height }} className={styles.space} />
    </tr>
  ) : null;
