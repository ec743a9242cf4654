import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { shortMonth } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { ProcessChart } from './chart/process-chart.js';
import {
  isHidden,
  seriesOf,
  wordFor,
  type Aside,
  type Card,
  type Definition,
  type IndicatorFigure,
} from './figures.js';
import { PartsOfWhole } from './parts-of-whole.js';
import { lastFinished, toneOf } from '#statistics/contract/chart';
import { inLanguage, useFigureWords } from './use-figure-words.js';
import type { Shown } from './use-statistics-view.js';
import { WordMark } from '../../parts/key-figures/word-mark.js';
import styles from './figure-card.module.css';

interface FigureCardProps {
  readonly card: Card;
  readonly figureOf: (id: number) => IndicatorFigure | undefined;
  readonly seriesOfId: (id: number) => IndicatorFigure | undefined;
  readonly isLoadingSeries: boolean;
  readonly shown: Shown;
}

/** An indicator: word, definition, figure with its parts, series with the signal in words, and its pair under a line. */
export function FigureCard({ card, figureOf, seriesOfId, isLoadingSeries, shown }: FigureCardProps) {
  const { t } = useTranslation('statistics');
  const { definition, beside, aside } = card;
  const figure = figureOf(definition.id);
  const series = seriesOfId(definition.id);
  const name = inLanguage(definition.name);
  return (
    <article className={styles.card}>
      <header className={styles.head}>
        <Heading level={3} data-size="2xs" className={styles.name}>
          <Link to={`/statistikk/${definition.id}${shown.searchOf()}`} className={styles.whole}>
            {name}
          </Link>
        </Heading>
        <WordMark word={wordFor(series, shown.period)} />
      </header>
      <Paragraph data-size="sm" className={styles.definition}>
        {inLanguage(definition.explanation)}
      </Paragraph>
      {figure && <Amount figure={figure} definition={definition} />}
      {definition.measure === 'distribution' ? (
        <PartsOfWhole definition={definition} shown={shown} />
      ) : (
        !(figure && isHidden(figure.whole)) && (
          <div className={styles.chart} data-by-month={definition.by.includes('month')}>
            {series ? (
              <Line definition={definition} series={series} name={name} />
            ) : (
              <p className={styles.signal}>
                {definition.by.includes('month') ? !isLoadingSeries && t('chart.failed') : t('chart.notByMonth')}
              </p>
            )}
          </div>
        )
      )}
      {beside && (
        <Beside
          definition={beside}
          aside={aside}
          figure={figureOf(beside.id)}
          series={seriesOfId(beside.id)}
          shown={shown}
        />
      )}
    </article>
  );
}

/** «94 %  82 av 87 enhetsmåneder», or that it is hidden. */
function Amount({ figure, definition }: { readonly figure: IndicatorFigure; readonly definition: Definition }) {
  const { t } = useTranslation('statistics');
  const words = useFigureWords();
  const { whole, subject } = figure;
  return (
    <p className={styles.figure}>
      <strong>{words.headline(whole, definition)}</strong>{' '}
      <span>
        {isHidden(whole)
          ? t('hidden.word')
          : whole.value === null
            ? t('nothing')
            : words.made(whole, definition.measure, subject) || inLanguage(definition.denominator)}
      </span>
    </p>
  );
}

function Line({
  definition,
  series,
  name,
}: {
  readonly definition: Definition;
  readonly series: IndicatorFigure;
  readonly name: string;
}) {
  const { t } = useTranslation('statistics');
  const words = useFigureWords();
  const language = currentLanguage();
  const { better, unit } = definition;
  const points = seriesOf(series);
  const { mean = null, lower = null, upper = null } = series.improvement ?? {};
  const signal = words.signal(points, series, { better });
  return (
    <>
      <ProcessChart
        name={t('chart.name', { name, signal })}
        points={points}
        lines={{ mean, lower, upper }}
        better={better}
        definition={definition}
        inWords={(value) => words.onAxis(value, unit)}
        monthInWords={(month) => `${shortMonth(month, language)} ${month.slice(2, 4)}`}
      />
      <p className={styles.signal} data-tone={toneOf(lastFinished(points)?.signals ?? [], better)}>
        {signal}
      </p>
    </>
  );
}

/** The figure that shows when the card's own is gamed. */
function Beside({
  definition,
  aside,
  figure,
  series,
  shown,
}: {
  readonly definition: Definition;
  /** Its second number stands here instead of the figure itself. */
  readonly aside: Aside | undefined;
  readonly figure: IndicatorFigure | undefined;
  readonly series: IndicatorFigure | undefined;
  readonly shown: Shown;
}) {
  const words = useFigureWords();
  if (!figure) return null;
  const { whole, subject } = figure;
  if (aside) {
    const [share, made] = words.aside(whole, aside);
    return (
      <div className={styles.beside}>
        <strong>{share}</strong>
        <p>
          {inLanguage(aside.name)}
          <span className={styles.definition}>{made}</span>
        </p>
      </div>
    );
  }
  return (
    <div className={styles.beside}>
      <strong>{words.shown(whole, definition.unit)}</strong>
      <p>
        {inLanguage(definition.name)}
        <span className={styles.definition}>
          {isHidden(whole) || whole.value === null ? '' : words.made(whole, definition.measure, subject)}
        </span>
      </p>
      <WordMark word={wordFor(series, shown.period)} />
    </div>
  );
}
