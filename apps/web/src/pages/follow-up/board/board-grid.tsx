import {
  memo,
  useCallback,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type SyntheticEvent,
} from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../words/language.js';
import { MonthMark, useMonthState } from '../../../parts/month-mark/month-mark.js';
import { longMonth } from '../../../words/dates.js';
import { shownMonths, type Board, type BoardGroup, type BoardRow } from './board.js';
import styles from './board-grid.module.css';
import { GroupTitle } from './group-title.js';
import { moved } from './grid-moves.js';
import { MonthHeading } from './month-heading.js';

interface GridProps {
  readonly board: Board;
  readonly groups: readonly BoardGroup[];
  /** The cell shown in the panel. */
  readonly open: { readonly unitId: string | undefined; readonly month: string | undefined };
  readonly onOpen: (unitId: string, month: string | undefined) => void;
}

/** The cell's id, to return the focus to it. */
export const cellId = (unitId: string, month: string | undefined): string => `board-${unitId}-${month ?? 'unit'}`;

/**
 * Units × months as a grid: one Tab stop, arrow keys within, Enter opens. Symbols have text alternatives, and a table
 * offers the same in words. All rows are in the document, for printing, for search in the page and for screen readers;
 * the browser only lays out and paints visible ones. That requires elements other than table rows, so every part has an
 * explicit role.
 */
export function BoardGrid({ board, groups, open, onOpen }: GridProps) {
  const { t } = useTranslation('follow-up');
  const table = useRef<HTMLTableElement>(null);
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const shown = useMemo(() => shownMonths(board, rows), [board, rows]);
  const [reached, setReached] = useState<{ unitId: string; column: number }>();
  const isThere = reached !== undefined && rows.some(({ unitId }) => unitId === reached.unitId);
  const active = isThere ? reached : rows[0] && { unitId: rows[0].unitId, column: 0 };

  const placeOf = (event: SyntheticEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-column]');
    const unitId = cell?.closest<HTMLElement>('[data-unit]')?.dataset['unit'];
    return cell && unitId !== undefined ? { unitId, column: Number(cell.dataset['column']) } : undefined;
  };
  const monthAt = (column: number) => board.months[shown[column - 1] ?? -1]?.month;
  const openAt = (event: SyntheticEvent) => {
    const place = placeOf(event);
    if (place) onOpen(place.unitId, monthAt(place.column));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const place = placeOf(event);
    if (!place || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      openAt(event);
      return;
    }
    const row = rows.findIndex(({ unitId }) => unitId === place.unitId);
    const next = moved({ row, column: place.column }, event, { rows: rows.length, columns: shown.length + 1 });
    const unit = next && rows[next.row];
    if (!unit) return;
    event.preventDefault();
    document.getElementById(cellId(unit.unitId, monthAt(next.column)))?.focus();
  };
  const onFocus = useCallback((event: SyntheticEvent) => {
    const place = placeOf(event);
    if (place) setReached(place);
  }, []);

  return (
    <div className={styles.scroll}>
      <table
        ref={table}
        role="grid"
        aria-label={t('board.label')}
        aria-describedby="board-keys"
        aria-readonly="true"
        className={styles.board}
        style={{ '--months': shown.length } as CSSProperties}
        onClick={openAt}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" className={styles.corner}>
              {t('board.unit')}
            </th>
            {shown.map((i) => (
              <MonthHeading key={board.months[i]!.month} column={board.months[i]!} today={board.today} />
            ))}
          </tr>
        </thead>
        {groups.map(({ key, title, rows: ofGroup }) => (
          <tbody key={key} role="rowgroup">
            {title && (
              <tr role="row">
                <th role="rowheader" scope="rowgroup" aria-colspan={shown.length + 1} className={styles.group}>
                  <GroupTitle title={title} count={ofGroup.length} />
                </th>
              </tr>
            )}
            {ofGroup.map((row) => (
              <Row
                key={row.unitId}
                row={row}
                shown={shown}
                active={active?.unitId === row.unitId ? active.column : undefined}
                open={open.unitId === row.unitId ? (open.month ?? 'unit') : undefined}
              />
            ))}
          </tbody>
        ))}
      </table>
      <p id="board-keys" className="only-for-readers">
        {t('board.keys')}
      </p>
    </div>
  );
}

/** Most names contain the kind of unit: «Nordlia skole barnehage» would be redundant. */
const SAYS_ITS_KIND = /sk[ou]le|barnehage/i;

interface RowProps {
  readonly row: BoardRow;
  readonly shown: readonly number[];
  /** The column of the Tab stop, if it is in this row. */
  readonly active: number | undefined;
  /** The month in the panel, or `unit`, if it shows this unit. */
  readonly open: string | undefined;
}

/** Renders only on changes of its own: arrow keys affect two rows, however many there are. */
const Row = memo(function Row({ row, shown, active, open }: RowProps) {
  const { t } = useTranslation('follow-up');
  const inWords = useMonthState();
  const language = currentLanguage();
  return (
    <tr role="row" data-unit={row.unitId}>
      <th
        role="rowheader"
        scope="row"
        id={cellId(row.unitId, undefined)}
        data-column={0}
        tabIndex={active === 0 ? 0 : -1}
        aria-selected={open === 'unit'}
        className={styles.unit}
      >
        <span className={styles.name}>{row.name}</span>
        {!SAYS_ITS_KIND.test(row.name) && <span className={styles.kind}> {t(`kinds.${row.kind}`)}</span>}
        {row.months.every(({ state }) => state === 'not-obliged') && (
          <span className={styles.kind}> {inWords('not-obliged')}</span>
        )}
      </th>
      {shown.map((i, at) => {
        const { month, state } = row.months[i]!;
        return (
          <td
            key={month}
            id={cellId(row.unitId, month)}
            role="gridcell"
            data-column={at + 1}
            tabIndex={active === at + 1 ? 0 : -1}
            aria-selected={open === month}
            aria-label={`${longMonth(month, language)}: ${inWords(state)}`}
            className={styles.cell}
          >
            <MonthMark state={state} />
          </td>
        );
      })}
    </tr>
  );
});
