import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../frame/language.js';
import { usePrinting } from '../../parts/printing/use-printing.js';
import { longDay, longMonth, shortMonth, timeOfDay, weekdayOf } from '../../words/dates.js';
import { cellOf, type Cell, type UnitPlan } from './plan.js';
import styles from './plan-grid.module.css';

const ROW_PX = 44;

/** Where one is in the grid: a unit's month, a whole unit (`month` null), or a whole month (`unitId` null). */
export interface PlanPlace {
  readonly unitId: string | null;
  readonly month: string | null;
}

/**
 * Units × months: one cell is one tab stop, the arrow keys move, Enter opens. Only the rows in sight are in the document,
 * except on paper; the table says how many there are.
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
    overscan: 8,
    scrollMargin: margin,
  });
  const isPrinting = usePrinting();
  const virtual = rows.getVirtualItems();
  const shown = isPrinting ? units.map((_, index) => ({ index })) : virtual;
  const first = isPrinting ? undefined : virtual[0];
  const last = isPrinting ? undefined : virtual.at(-1);
  const [row, column] = [Math.min(at[0], units.length), Math.min(at[1], months.length)];

  useLayoutEffect(() => setMargin((table.current?.getBoundingClientRect().top ?? 0) + window.scrollY), []);
  useLayoutEffect(() => {
    if (!moving.current) return;
    const cell = table.current?.querySelector<HTMLButtonElement>(`[data-cell="${row}/${column}"]`);
    if (!cell) return;
    moving.current = false;
    cell.focus();
  });

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
    if (next[0] > 0) rows.scrollToIndex(next[0] - 1);
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
              <tr key={unit.unitId} ref={rows.measureElement} data-index={index} aria-rowindex={index + 2}>
                <th scope="row" className={styles.unit}>
                  <button
                    type="button"
                    className={styles.name}
                    aria-pressed={open?.unitId === unit.unitId && open.month === null}
                    onClick={() => onOpen({ unitId: unit.unitId, month: null })}
                    {...stop(index + 1, 0)}
                  >
                    {unit.name}
                    {unit.hostUnitId !== null && <span className={styles.guest}>{t('grid.guestShort')}</span>}
                  </button>
                </th>
                {months.map((month, i) => {
                  const cell = cellOf(unit, month);
                  return (
                    <td key={month} aria-colindex={i + 2}>
                      <button
                        type="button"
                        className={styles.cell}
                        data-state={stateOf(cell)}
                        aria-pressed={open?.unitId === unit.unitId && open.month === month}
                        onClick={() => onOpen({ unitId: unit.unitId, month })}
                        {...stop(index + 1, i + 1)}
                      >
                        <span aria-hidden>{inShort(cell)}</span>
                        <span className="only-for-readers">
                          {`${unit.name}, ${longMonth(month, language)}: ${inWords(cell)}`}
                        </span>
                      </button>
                    </td>
                  );
                })}
              </tr>
            );
          })}
          {last && <Space height={rows.getTotalSize() - (last.end - margin)} columns={months.length + 1} />}
        </tbody>
      </table>
    </div>
  );

  function inShort(cell: Cell): string {
    const on = cell.kind === 'decided' ? cell.meeting.on : cell.kind === 'proposed' ? cell.month.on : null;
    if (on === null) return cell.kind === 'exempt' ? '–' : '';
    const mark = hasCollisions(cell) ? '! ' : '';
    return `${mark}${t(`weekdayShort.${weekdayOf(on)}`)} ${Number(on.slice(8))}.`;
  }
  function inWords(cell: Cell): string {
    const collides = hasCollisions(cell) ? `, ${t('grid.collides')}` : '';
    if (cell.kind === 'decided') {
      const { on, startsAt } = cell.meeting;
      const more = cell.more > 0 ? `, ${t('grid.more', { count: cell.more })}` : '';
      return `${t('grid.decided', { day: longDay(on, language), time: timeOfDay(startsAt, language) })}${more}${collides}`;
    }
    if (cell.kind === 'proposed') {
      const { on, startsAt, why } = cell.month;
      const word = why === 'chosen' ? 'grid.chosen' : 'grid.proposed';
      return `${t(word, { day: longDay(on!, language), time: timeOfDay(startsAt, language) })}${collides}`;
    }
    return t(`grid.${cell.kind}`);
  }
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

export const hasCollisions = (cell: Cell): boolean =>
  (cell.kind === 'decided' && cell.meeting.collisions.length > 0) ||
  (cell.kind === 'proposed' && cell.month.collisions.length > 0);
const stateOf = (cell: Cell) => {
  if (hasCollisions(cell)) return cell.kind === 'decided' ? 'decided-collides' : 'collides';
  if (cell.kind !== 'proposed') return cell.kind;
  return cell.month.why === 'chosen' ? 'chosen' : 'proposed';
};
