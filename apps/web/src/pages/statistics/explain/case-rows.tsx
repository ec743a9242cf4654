import { Heading, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/reads.js';
import { Pages } from '../../../parts/pages/pages.js';
import { Answered } from '../../../parts/states/states.js';
import type { Definition } from '../figures.js';
import { useFigureWords } from '../use-figure-words.js';
import type { Shown } from '../use-statistics-view.js';
import { useCaseWords } from './use-case-words.js';
import styles from './explain.module.css';

/** `work`: those that need work, of the numerator or outside it; `denominator`: all. */
export type Rows = 'work' | 'numerator' | 'denominator';
const SIZE = 12;

interface CaseRowsProps {
  readonly rows: Rows;
  readonly definition: Definition;
  readonly shown: Shown;
}

/** The rows that a part of a figure is made of, each with a link to what it is. */
export function CaseRows({ rows, definition, shown }: CaseRowsProps) {
  const { t } = useTranslation('statistics');
  const words = useFigureWords();
  const [page, turn] = useState(1);
  const of = useCaseWords(shown);
  const counts = rows === 'numerator' || (rows === 'work' && definition.better === 'lower') ? 'true' : 'false';
  const cases = useRead(
    '/api/statistics/{indicator}/cases',
    {
      path: { indicator: definition.id },
      query: {
        ...shown.query,
        period: shown.period,
        page,
        size: SIZE,
        ...(rows !== 'denominator' && { counts }),
      },
    },
    { keepWhileAsking: true },
  );
  return (
    <Answered of={cases}>
      {({ items, total }) => {
        // an action is in a figure of open ones on the figure's day, which says nothing about it
        const hasDays = items.length < 2 || new Set(items.map(({ on: day }) => day)).size > 1;
        const hasAmounts = items.some(({ amount }) => amount !== null);
        const title = t(`explain.rows.${rows}`, { count: total });
        return (
          <div>
            <Heading level={3} data-size="2xs">
              {title}
            </Heading>
            <div className={styles.scroll} role="group" aria-label={title} tabIndex={0}>
              <Table data-size="sm" className={styles.rows} aria-busy={cases.isPlaceholderData}>
                <Table.Head>
                  <Table.Row>
                    <Table.HeaderCell scope="col">{t('explain.unit')}</Table.HeaderCell>
                    {hasDays && <Table.HeaderCell scope="col">{t('explain.day')}</Table.HeaderCell>}
                    {hasAmounts && (
                      <Table.HeaderCell scope="col" className={styles.number}>
                        {t('explain.amount')}
                      </Table.HeaderCell>
                    )}
                    <Table.HeaderCell scope="col">{t('explain.open')}</Table.HeaderCell>
                  </Table.Row>
                </Table.Head>
                <Table.Body>
                  {items.map((it, i) => (
                    <Table.Row key={`${it.kind} ${it.id} ${i}`}>
                      <Table.HeaderCell scope="row">{of.units(it)}</Table.HeaderCell>
                      {hasDays && <Table.Cell>{of.day(it)}</Table.Cell>}
                      {hasAmounts && (
                        <Table.Cell className={styles.number}>
                          {it.amount !== null &&
                            words.value(it.amount, definition.unit === 'per-cent' ? 'mean' : definition.unit)}
                        </Table.Cell>
                      )}
                      <Table.Cell>
                        <Link to={of.address(it)}>{t(`explain.kinds.${it.kind}`)}</Link>
                      </Table.Cell>
                    </Table.Row>
                  ))}
                </Table.Body>
              </Table>
            </div>
            <Pages page={page} total={total} size={SIZE} onChange={turn} label={title} />
          </div>
        );
      }}
    </Answered>
  );
}
