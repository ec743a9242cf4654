import { Heading } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/reads.js';
import { Pages } from '../../../parts/pages/pages.js';
import { Answered } from '../../../parts/states/states.js';
import type { Definition } from '../figures.js';
import { useFigureWords } from '../use-figure-words.js';
import type { Shown } from '../use-statistics-view.js';
import { CaseTable } from './case-table.js';
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
            <CaseTable
              title={title}
              cases={items}
              isBusy={cases.isPlaceholderData}
              shown={shown}
              columns={[
                hasDays ? { title: t('explain.day'), cell: of.day } : undefined,
                hasAmounts
                  ? {
                      title: t('explain.amount'),
                      className: styles.number,
                      cell: ({ amount }) =>
                        amount !== null &&
                        words.value(amount, definition.unit === 'per-cent' ? 'mean' : definition.unit),
                    }
                  : undefined,
              ]}
            />
            <Pages page={page} total={total} size={SIZE} onChange={turn} label={title} />
          </div>
        );
      }}
    </Answered>
  );
}
