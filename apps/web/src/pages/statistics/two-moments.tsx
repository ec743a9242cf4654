import { Paragraph, Table } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { Section } from '../../parts/section/section.js';
import { addDays, longDay, shortDay } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { isHidden, type Definition, type FigureOrHidden, type Figures } from './figures.js';
import { inLanguage, useFigureWords } from './use-figure-words.js';
import type { Shown } from './use-statistics-view.js';
import styles from './two-moments.module.css';

const WEEK = 7;
/** Figures named; the cards have the rest. */
const NAMED = 6;

interface TwoMomentsProps {
  readonly definitions: readonly Definition[];
  /** The figures of the moment that is shown. */
  readonly figures: Figures | undefined;
  readonly shown: Shown;
}

/** Shows what changed since the same day of last week; of a past moment, what changed from then until today. */
export function TwoMoments({ definitions, figures, shown }: TwoMomentsProps) {
  const { t } = useTranslation('statistics');
  const words = useFigureWords();
  const id = useId();
  const language = currentLanguage();
  const { asOf } = shown.view;
  const other = useOtherMoment(definitions, shown);
  if (!other.data || !figures) return null;
  const [earlier, later] = asOf === undefined ? [other.data, figures] : [figures, other.data];
  const changed = definitions.flatMap((definition) => {
    const [before, after] = [wholeOf(earlier, definition.id), wholeOf(later, definition.id)];
    return before && after && isOther(before, after) ? [{ definition, before, after }] : [];
  });
  const from = asOf ?? addDays(shown.today, -WEEK);
  const title = asOf === undefined ? t('since.week', { day: longDay(from, language, shown.today) }) : t('since.past');
  const cell = (figure: FigureOrHidden, { unit }: Definition) => (
    <Table.Cell className={styles.number}>
      {words.shown(figure, unit)}
      {!isHidden(figure) && unit === 'per-cent' && (
        <span className={styles.made}>{t('of.none', { part: figure.numerator, whole: figure.denominator })}</span>
      )}
    </Table.Cell>
  );
  return (
    <Section id={id} title={title}>
      {changed.length === 0 ? (
        <Paragraph data-size="sm">{t('since.nothing')}</Paragraph>
      ) : (
        <div className={styles.scroll} role="group" aria-labelledby={id} tabIndex={0}>
          <Table data-size="sm" className={styles.table}>
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell scope="col">{t('since.figure')}</Table.HeaderCell>
                <Table.HeaderCell scope="col" className={styles.number}>
                  {asOf === undefined ? shortDay(from, language, shown.today) : t('since.then')}
                </Table.HeaderCell>
                <Table.HeaderCell scope="col" className={styles.number}>
                  {t('since.now')}
                </Table.HeaderCell>
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {changed.slice(0, NAMED).map(({ definition, before, after }) => (
                <Table.Row key={definition.id}>
                  <Table.HeaderCell scope="row">{inLanguage(definition.name)}</Table.HeaderCell>
                  {cell(before, definition)}
                  {cell(after, definition)}
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
      {changed.length > NAMED && (
        <Paragraph data-size="sm">{t('since.more', { count: changed.length - NAMED })}</Paragraph>
      )}
    </Section>
  );
}

/** The figures to compare with: of today where the past is shown, otherwise of the same day of last week. */
export function useOtherMoment(definitions: readonly Definition[], { view, query, today, period }: Shown) {
  const { asOf: _, ...now } = query;
  return useRead('/api/statistics/figures', {
    query: {
      ...now,
      ...(view.asOf === undefined && { asOf: addDays(today, -WEEK) }),
      indicators: definitions.map((it) => it.id).join(','),
      period,
    },
  });
}

const wholeOf = ({ figures }: Figures, id: number) => figures.find(({ indicator }) => indicator === id)?.whole;

const isOther = (one: FigureOrHidden, other: FigureOrHidden): boolean =>
  isHidden(one) || isHidden(other)
    ? isHidden(one) !== isHidden(other)
    : one.numerator !== other.numerator || one.denominator !== other.denominator || one.value !== other.value;
