import { Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listed } from '#platform/kernel/plain';
import { isProblem } from '../../../api/problem.js';
import { useRead, type Answer } from '../../../api/reads.js';
import { Pages } from '../../../parts/pages/pages.js';
import { Answered } from '../../../parts/states/states.js';
import { useAllUnits } from '../../../parts/unit-link/all-units.js';
import { useMay } from '../../../session/session.js';
import { longMonth, shortDay } from '../../../words/dates.js';
import { currentLanguage } from '../../../words/language.js';
import type { Definition } from '../figures.js';
import { useFigureWords } from '../use-figure-words.js';
import type { Shown } from '../use-statistics-view.js';
import styles from './explain.module.css';

type Case = Answer<'/api/statistics/{indicator}/cases'>['items'][number];
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
  const language = currentLanguage();
  const [page, turn] = useState(1);
  const linkTo = useLinkTo();
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
  const units = useAllUnits();
  const names = useMemo(() => new Map(units.data?.map(({ unitId, name }) => [unitId, name])), [units.data]);
  if (isProblem(cases.error) && cases.error.isNotForYou && !cases.data)
    return <Paragraph>{t('explain.rowsNotForYou')}</Paragraph>;
  const on = ({ kind, on: day }: Case) =>
    kind === 'unit-month' ? longMonth(day.slice(0, 7), language) : shortDay(day, language, shown.today);
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
                      <Table.HeaderCell scope="row">
                        {listed(
                          it.unitIds.map((id) => names.get(id) ?? id),
                          language,
                        )}
                      </Table.HeaderCell>
                      {hasDays && <Table.Cell>{on(it)}</Table.Cell>}
                      {hasAmounts && (
                        <Table.Cell className={styles.number}>
                          {it.amount !== null &&
                            words.value(it.amount, definition.unit === 'per-cent' ? 'mean' : definition.unit)}
                        </Table.Cell>
                      )}
                      <Table.Cell>
                        <Link to={linkTo(it)}>{t(`explain.kinds.${it.kind}`)}</Link>
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

/** The page of a row's subject; a unit's month is on the coordinator's board, for others on the unit's page. */
function useLinkTo() {
  const hasBoard = useMay('follow-up.read');
  return ({ kind, id, unitIds }: Case): string => {
    switch (kind) {
      case 'meeting':
      case 'protocol':
        return `/moter/${id}`;
      case 'action':
        return `/tiltak/${id}`;
      case 'person':
        return `/personer/${id}`;
      case 'unit':
        return `/enheter/${id}`;
      case 'unit-month': {
        const [unitId, month] = id.split('/');
        if (!hasBoard || month === undefined) return `/enheter/${unitIds[0]}`;
        const year = Number(month.slice(0, 4)) - (month.slice(5) < '08' ? 1 : 0);
        return `/oppfolging?ar=${year}&enhet=${unitId}&maned=${month}`;
      }
    }
  };
}
