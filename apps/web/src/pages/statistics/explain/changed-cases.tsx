import { Paragraph } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, type Answer } from '../../../api/reads.js';
import { Pages } from '../../../parts/pages/pages.js';
import { Section } from '../../../parts/section/section.js';
import { Answered } from '../../../parts/states/states.js';
import { currentLanguage } from '../../../words/language.js';
import { changeInWords } from '../../../words/numbers.js';
import { isHidden, type Definition, type FigureOrHidden } from '../figures.js';
import { useFigureWords } from '../use-figure-words.js';
import type { Shown } from '../use-statistics-view.js';
import { CaseTable } from './case-table.js';
import { useCaseWords } from './use-case-words.js';
import styles from './explain.module.css';

type Change = Answer<'/api/statistics/{indicator}/changes'>['items'][number];
const SIZE = 12;

interface ChangedCasesProps {
  readonly definition: Definition;
  /** The day of the past that is shown. */
  readonly asOf: string;
  readonly shown: Shown;
}

/** The cases that changed a figure between the moment that is shown and today, each with its change and a link. */
export function ChangedCases({ definition, asOf, shown }: ChangedCasesProps) {
  const { t } = useTranslation('statistics');
  const id = useId();
  const [page, turn] = useState(1);
  const of = useCaseWords(shown);
  const inWords = useChangeWords(definition);
  const changes = useRead(
    '/api/statistics/{indicator}/changes',
    {
      path: { indicator: definition.id },
      query: { ...shown.query, asOf, period: shown.period, page, size: SIZE },
    },
    { keepWhileAsking: true },
  );
  const title = t('between.title');
  return (
    <Section id={id} title={title} lead={t('between.lead')}>
      <Answered of={changes}>
        {({ items, total, added, removed, changed }) =>
          total === 0 ? (
            <Paragraph data-size="sm">{t('between.nothing')}</Paragraph>
          ) : (
            <div className={styles.changes}>
              <Paragraph data-size="sm">{t('between.sum', { added, removed, changed })}</Paragraph>
              <CaseTable
                title={title}
                cases={items}
                isBusy={changes.isPlaceholderData}
                shown={shown}
                columns={[
                  { title: t('explain.day'), cell: of.day },
                  { title: t('between.change'), className: styles.change, cell: inWords },
                ]}
              />
              <Pages page={page} total={total} size={SIZE} onChange={turn} label={title} />
            </div>
          )
        }
      </Answered>
    </Section>
  );
}

/** Says how a case's part of the figure changed. */
function useChangeWords({ measure, unit }: Definition) {
  const { t } = useTranslation('statistics');
  const words = useFigureWords();
  const isFraction = measure === 'share' || measure === 'number';
  return ({ before, after }: Change): string => {
    if (!before) return t(isFraction && after?.counting === 0 ? 'between.addedBelow' : 'between.added');
    if (!after) return t(isFraction && before.counting === 0 ? 'between.removedBelow' : 'between.removed');
    if (isFraction && after.counting > before.counting) return t('between.nowCounts');
    if (isFraction && after.counting < before.counting) return t('between.noLonger');
    const [then, now] = [before.amount, after.amount];
    if (then !== null && now !== null && then !== now) {
      const shown = unit === 'per-cent' ? 'mean' : unit;
      return t('between.value', { before: words.value(then, shown), after: words.value(now, shown) });
    }
    return before.cases === after.cases
      ? t('between.other')
      : t('between.cases', { before: before.cases, after: after.cases });
  };
}

interface CountedChangesProps {
  readonly then: FigureOrHidden;
  readonly now: FigureOrHidden;
}

/** The amount by which a figure changed, for those who may not open the cases: only what the two figures say. */
export function CountedChanges({ then, now }: CountedChangesProps) {
  const { t } = useTranslation('statistics');
  const id = useId();
  const signed = (change: number) => changeInWords(Math.round(change), currentLanguage());
  const isSecret = isHidden(then) || isHidden(now);
  return (
    <Section id={id} title={t('between.title')}>
      <Paragraph data-size="sm">
        {!isSecret &&
          `${t('between.counted', {
            numerator: signed(now.numerator - then.numerator),
            denominator: signed(now.denominator - then.denominator),
          })} `}
        {t('between.notForYou')}
      </Paragraph>
    </Section>
  );
}
