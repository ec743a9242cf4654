import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../api/reads.js';
import { isHidden, toWorkOn, wordFor, type Definition, type IndicatorFigure } from './figures.js';
import { inLanguage, useFigureWords } from './use-figure-words.js';
import type { Shown } from './use-statistics-view.js';
import styles from './answer.module.css';

/** Units named under the answer. */
const NAMED = 5;

interface AnswerProps {
  readonly definition: Definition;
  readonly figure: IndicatorFigure;
  readonly series: IndicatorFigure | undefined;
  readonly shown: Shown;
}

/** The answer in full sentences, and the units behind it: a template for each word, never generated prose. */
export function AnswerInWords({ definition, figure, series, shown }: AnswerProps) {
  const { t } = useTranslation('statistics');
  const words = useFigureWords();
  const isByUnit = definition.by.includes('unit') && shown.view.unitId === undefined;
  const { data } = useRead(
    '/api/statistics/figures',
    { query: { ...shown.query, indicators: String(definition.id), period: shown.period, by: 'unit' } },
    { enabled: isByUnit, keepWhileAsking: true },
  );
  const { whole, subject } = figure;
  if (isHidden(whole)) return <Sentence>{t('answer.hidden', { name: inLanguage(definition.name) })}</Sentence>;
  if (whole.value === null) return <Sentence>{t('answer.nothing', { when: words.inPeriod(shown.period) })}</Sentence>;
  const behind = (data?.figures[0]?.parts ?? [])
    .flatMap(({ key, name, figure: of }) => (isHidden(of) ? [] : [{ key, name, of, left: toWorkOn(of, definition) }]))
    .filter(({ left }) => left > 0)
    .toSorted((a, b) => b.left - a.left);
  const word = wordFor(series, shown.period);
  const tense = shown.view.asOf === undefined ? 'now' : 'then';
  const sentence = t(`answer.${tense}.${word ?? 'alone'}`, {
    name: inLanguage(definition.name),
    value: words.value(whole.value, definition.unit),
    when: words.inPeriod(shown.period),
  });
  return (
    <div className={styles.answer}>
      <Sentence>
        {sentence} {behind.length > 0 && t(`answer.behind.${tense}`, { count: behind.length })}
      </Sentence>
      {behind.length > 0 && (
        <ul className={styles.units}>
          {behind.slice(0, NAMED).map(({ key, name, of }) => (
            <li key={key}>
              <Link to={`/statistikk/${definition.id}${shown.searchOf({ unitId: key })}`}>{name ?? key}</Link>
              <span>{words.made(of, definition.measure, subject)}</span>
            </li>
          ))}
        </ul>
      )}
      {behind.length > NAMED && (
        <Paragraph data-size="sm">
          <Link to={`/statistikk/${definition.id}${shown.searchOf()}`}>
            {t('answer.allBehind', { count: behind.length })}
          </Link>
        </Paragraph>
      )}
    </div>
  );
}

const Sentence = ({ children }: { readonly children: ReactNode }) => (
  <Heading level={2} data-size="sm" className={styles.sentence}>
    {children}
  </Heading>
);
