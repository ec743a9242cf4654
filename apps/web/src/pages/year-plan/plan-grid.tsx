import { useLayoutEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../words/language.js';
import { Space } from '../../parts/rows-in-sight/space.js';
import { useShowAllRows } from '../../parts/rows-in-sight/show-all-rows.js';
import { useRowsInSight } from '../../parts/rows-in-sight/use-rows-in-sight.js';
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
  // row 0 is the months, column 0 the units
  const [at, setAt] = useState<readonly [number, number]>([1, 1]);
  const moving = useRef(false);
  const { showsAll, button } = useShowAllRows(units.length);
  const rows = useRowsInSight(table, { count: units.length, rowPx: ROW_PX, beyond: 4, all: showsAll });
  const [row, column] = [Math.min(at[0], units.length), Math.min(at[1], months.length)];

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
    const step = STEPS.get(event.key);
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const [down, right] = step;
    const next: readonly [number, number] = [
      Math.max(0, Math.min(units.length, row + down)),
      Math.max(0, Math.min(months.length, right === Number.POSITIVE_INFINITY ? months.length : column + right)),
    ];
    moving.current = true;
    setAt(next);
    if (!cellAt(next)) rows.scrollTo(next[0] - 1);
  }
  const stop = (r: number, c: number) => ({
    'data-cell': `${r}/${c}`,
    tabIndex: r === row && c === column ? 0 : -1,
    onFocus: () => setAt([r, c]),
  });

  return (
    <>
      {button}
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
            <Space height={rows.before} columns={months.length + 1} />
            {rows.indexes.map((index) => {
              const unit = units[index]!;
              return (
                <PlanRow
                  key={unit.unitId}
                  ref={rows.measure}
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
            <Space height={rows.after} columns={months.length + 1} />
          </tbody>
        </table>
      </div>
    </>
  );
}

const STEPS: ReadonlyMap<string, readonly [number, number]> = new Map<string, readonly [number, number]>(
  Object.entries({
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
    PageDown: [10, 0],
    PageUp: [-10, 0],
    Home: [0, Number.NEGATIVE_INFINITY],
    End: [0, Number.POSITIVE_INFINITY],
  }),
);
