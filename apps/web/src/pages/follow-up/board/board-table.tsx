import { Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMonthState } from '../../../parts/month-mark/month-mark.js';
import { shownMonths, type Board, type BoardGroup } from './board.js';
import styles from './board-table.module.css';
import { GroupTitle } from './group-title.js';
import { MonthHeading } from './month-heading.js';

/** The board as a table in words, as an alternative to the grid. */
export function BoardTable({ board, groups }: { readonly board: Board; readonly groups: readonly BoardGroup[] }) {
  const { t } = useTranslation('follow-up');
  const inWords = useMonthState();
  const shown = shownMonths(
    board,
    groups.flatMap(({ rows }) => rows),
  );
  return (
    <div className={styles.scroll} role="region" aria-label={t('board.label')} tabIndex={0}>
      <Table data-size="sm" className={styles.table} border={false}>
        <caption className="only-for-readers">{t('board.label')}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t('board.unit')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('board.kind')}</Table.HeaderCell>
            {shown.map((i) => (
              <MonthHeading key={board.months[i]!.month} column={board.months[i]!} today={board.today} />
            ))}
          </Table.Row>
        </Table.Head>
        {groups.map(({ key, title, rows }) => (
          <Table.Body key={key}>
            {title && (
              <Table.Row>
                <Table.HeaderCell scope="rowgroup" colSpan={shown.length + 2}>
                  <GroupTitle title={title} count={rows.length} />
                </Table.HeaderCell>
              </Table.Row>
            )}
            {rows.map((row) => (
              <Table.Row key={row.unitId}>
                <Table.HeaderCell scope="row" className={styles.unit}>
                  <Link to={`/enheter/${row.unitId}`}>{row.name}</Link>
                </Table.HeaderCell>
                <Table.Cell>{t(`kinds.${row.kind}`)}</Table.Cell>
                {shown.map((i) => {
                  const { month, state, exemptReason } = row.months[i]!;
                  return (
                    <Table.Cell key={month}>
                      {inWords(state)}
                      {state === 'exempt' && exemptReason && `: ${exemptReason}`}
                    </Table.Cell>
                  );
                })}
              </Table.Row>
            ))}
          </Table.Body>
        ))}
      </Table>
    </div>
  );
}
