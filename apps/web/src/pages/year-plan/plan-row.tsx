import { memo, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../words/language.js';
import { longDay, longMonth, timeOfDay, weekdayOf } from '../../words/dates.js';
import { cellOf, type Cell, type PlanPlace, type UnitPlan } from './plan.js';
import styles from './plan-grid.module.css';

interface RowProps {
  readonly ref: Ref<HTMLTableRowElement>;
  /** Index among the shown units. */
  readonly index: number;
  readonly unit: UnitPlan;
  readonly months: readonly string[];
  /** The column of the Tab stop, if it is in this row; 0 is the unit. */
  readonly reached: number | undefined;
  /** The month in the panel, or `unit`, if it shows this unit. */
  readonly open: string | undefined;
  readonly onOpen: (place: PlanPlace) => void;
  readonly onReach: (place: readonly [number, number]) => void;
}

/** One unit's year. Renders only on changes of its own: arrow keys affect two rows, however many there are. */
export const PlanRow = memo(function PlanRow({ ref, index, unit, months, reached, open, onOpen, onReach }: RowProps) {
  const { t } = useTranslation('year-plan');
  const language = currentLanguage();
  const stop = (column: number) => ({
    'data-cell': `${index + 1}/${column}`,
    tabIndex: reached === column ? 0 : -1,
    onFocus: () => onReach([index + 1, column]),
  });
  const why = unit.hostUnitId !== null ? 'grid.guestShort' : unit.obliged ? null : 'grid.notObligedShort';
  return (
    <tr ref={ref} data-index={index} aria-rowindex={index + 2}>
      <th scope="row" className={styles.unit}>
        <button
          type="button"
          className={styles.name}
          aria-pressed={open === 'unit'}
          onClick={() => onOpen({ unitId: unit.unitId, month: null })}
          {...stop(0)}
        >
          {unit.name}
          {why && <span className={styles.whyNone}>{t(why)}</span>}
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
              aria-label={nameOf(month, cell)}
              aria-pressed={open === month}
              onClick={() => onOpen({ unitId: unit.unitId, month })}
              {...stop(i + 1)}
            >
              {inShort(cell)}
            </button>
          </td>
        );
      })}
    </tr>
  );

  /** In words, ending with the visible label, which users of voice input say (WCAG 2.5.3). */
  function nameOf(month: string, cell: Cell): string {
    const label = `${unit.name}, ${longMonth(month, language)}: ${inWords(cell)}`;
    return isDay(cell) ? `${label}, ${inShort(cell)}` : label;
  }
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
});

const isDay = ({ kind }: Cell): boolean => kind === 'decided' || kind === 'proposed';
const hasCollisions = (cell: Cell): boolean =>
  (cell.kind === 'decided' && cell.meeting.collisions.length > 0) ||
  (cell.kind === 'proposed' && cell.month.collisions.length > 0);
const stateOf = (cell: Cell) => {
  if (hasCollisions(cell)) return cell.kind === 'decided' ? 'decided-collides' : 'collides';
  if (cell.kind !== 'proposed') return cell.kind;
  return cell.month.why === 'chosen' ? 'chosen' : 'proposed';
};
