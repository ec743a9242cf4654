import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../api/reads.js';
import { Section } from '../../parts/section/section.js';
import { Answered, Empty, mayRead, ProblemShown } from '../../parts/states/states.js';
import { longMonth } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { ChangesSince } from './changes-since.js';
import { ProcessChart } from './chart/process-chart.js';
import { Explain } from './explain/explain.js';
import { besideOf, isHidden, ofService, seriesOf, wordFor, type Definition, type Figures } from './figures.js';
import { PartsOfWhole } from './parts-of-whole.js';
import { seriesPeriod } from '#statistics/contract/chart';
import { Series } from './series.js';
import { StatisticsFrame } from './statistics-frame.js';
import { TwoMoments } from './two-moments.js';
import { UnitChanges } from './unit-changes.js';
import { inLanguage, useFigureWords } from './use-figure-words.js';
import { useStatisticsView, type Shown } from './use-statistics-view.js';
import { WaitingCards } from './waiting-cards.js';
import { WordMark } from '../../parts/key-figures/word-mark.js';
import styles from './indicator-page.module.css';

/** The page of one indicator: its series, its cases and its definition. */
export function Component() {
  const { t } = useTranslation('statistics');
  const shown = useStatisticsView();
  const { indicator = '' } = useParams();
  const catalogue = useRead('/api/statistics');
  const id = Number(indicator);
  const definition = catalogue.data?.indicators.find((it) => it.id === id);
  const missing = catalogue.data?.missing.find((it) => it.id === id);
  const named = definition ?? missing;
  const isAnswered = definition !== undefined && ofService([definition], shown.view).length > 0;
  return (
    <>
      {mayRead(catalogue) && (
        <nav className={styles.path} aria-label={t('path')}>
          <Link to={`/statistikk${shown.searchOf()}`}>{t('title')}</Link>
          {definition && <span> › {t(`groups.${definition.group}`)}</span>}
        </nav>
      )}
      <StatisticsFrame
        title={named ? inLanguage(named.name) : t('title')}
        {...(definition && { lead: inLanguage(definition.explanation) })}
        shown={shown}
        isOpen={mayRead(catalogue)}
        indicators={isAnswered ? [definition.id] : []}
      >
        <Answered of={catalogue}>
          {({ indicators }) =>
            isAnswered ? (
              <OneIndicator
                definition={definition}
                {...pairOf(definition, ofService(indicators, shown.view))}
                shown={shown}
              />
            ) : definition ? (
              <Empty
                title={t('service.not')}
                action={<Link to={{ search: shown.searchOf({ serviceId: undefined }) }}>{t('service.clear')}</Link>}
              >
                {t('service.detail')}
              </Empty>
            ) : (
              <Empty title={t(missing ? 'missing.not' : 'unknown.title')}>
                {missing ? inLanguage(missing.reason) : t('unknown.detail')}
              </Empty>
            )
          }
        </Answered>
      </StatisticsFrame>
    </>
  );
}

/** Its pair as a figure of its own; a second number stands in the explanation of the figure that has it. */
function pairOf(definition: Definition, all: readonly Definition[]) {
  const { beside, aside } = besideOf(definition, all);
  return { beside: aside || beside === definition ? undefined : beside };
}

interface OneIndicatorProps {
  readonly definition: Definition;
  readonly beside: Definition | undefined;
  readonly shown: Shown;
}

function OneIndicator({ definition, beside, shown }: OneIndicatorProps) {
  const { t } = useTranslation('statistics');
  const words = useFigureWords();
  const both = [definition, ...(beside ? [beside] : [])] as const;
  const indicators = both.map(({ id }) => id).join(',');
  const figures = useRead(
    '/api/statistics/figures',
    { query: { ...shown.query, indicators, period: shown.period } },
    { keepWhileAsking: true },
  );
  const monthly = both.filter(({ by, measure }) => by.includes('month') && measure !== 'distribution');
  const series = useRead(
    '/api/statistics/figures',
    {
      query: {
        ...shown.query,
        indicators: monthly.map(({ id }) => id).join(','),
        period: seriesPeriod(shown.period),
        by: 'month',
      },
    },
    { keepWhileAsking: true, enabled: monthly.length > 0 },
  );
  const figure = figureIn(figures.data, definition.id);
  if (!figure || !figures.data)
    return figures.error === null ? (
      <WaitingCards />
    ) : (
      <ProblemShown problem={figures.error} onAgain={() => void figures.refetch()} />
    );
  const { whole, subject } = figure;
  const spread = words.spread(whole, definition);
  const ofSeries = figureIn(series.data, definition.id);
  const points = ofSeries ? seriesOf(ofSeries) : [];
  return (
    <div className={styles.page} aria-busy={figures.isPlaceholderData}>
      <div className={styles.answer}>
        <strong className={styles.value}>{words.headline(whole, definition)}</strong>
        <div>
          <p className={styles.of}>
            {isHidden(whole)
              ? t('hidden.word')
              : `${words.made(whole, definition.measure, subject) || inLanguage(definition.denominator)} ${words.inPeriod(shown.period)}`}{' '}
            <WordMark word={wordFor(ofSeries, shown.period)} />
          </p>
          <Paragraph data-size="sm" className={styles.quiet}>
            {isHidden(whole) ? t('hidden.why') : ofSeries && words.signal(points, ofSeries, definition)}
          </Paragraph>
          {spread !== undefined && <Paragraph data-size="sm">{spread}</Paragraph>}
        </div>
      </div>
      {shown.view.asOf !== undefined && (
        <>
          <TwoMoments definitions={both} figures={figures.data} shown={shown} />
          <ChangesSince definitions={both} figures={figures.data} asOf={shown.view.asOf} shown={shown} />
        </>
      )}
      {definition.measure === 'distribution' && (
        <Section id="parts" title={t('parts.title')}>
          <div className={styles.parts}>
            <PartsOfWhole definition={definition} shown={shown} most={Infinity} />
          </div>
        </Section>
      )}
      {series.error !== null && !series.data && (
        <ProblemShown problem={series.error} onAgain={() => void series.refetch()} />
      )}
      {ofSeries && points.length > 0 && <Series definition={definition} series={ofSeries} points={points} />}
      {beside && <Beside definition={beside} figures={figures.data} series={series.data} shown={shown} />}
      <div className={styles.two}>
        {definition.by.includes('unit') && definition.unit === 'per-cent' && definition.measure !== 'distribution' && (
          <UnitChanges definition={definition} shown={shown} />
        )}
        <Explain definition={definition} figure={figure} figures={figures.data} shown={shown} />
      </div>
    </div>
  );
}

/** The figure that shows when this one is gamed. */
function Beside({
  definition,
  figures,
  series,
  shown,
}: {
  readonly definition: Definition;
  readonly figures: Figures;
  readonly series: Figures | undefined;
  readonly shown: Shown;
}) {
  const { t } = useTranslation('statistics');
  const words = useFigureWords();
  const figure = figureIn(figures, definition.id);
  const ofSeries = figureIn(series, definition.id);
  if (!figure) return null;
  const { whole, subject } = figure;
  const spread = words.spread(whole, definition);
  const points = ofSeries ? seriesOf(ofSeries) : [];
  const { mean = null, lower = null, upper = null } = ofSeries?.improvement ?? {};
  const name = inLanguage(definition.name);
  const signal = ofSeries ? words.signal(points, ofSeries, definition) : '';
  return (
    <Section
      id="beside"
      title={
        <>
          {t('beside', { name })} <WordMark word={wordFor(ofSeries, shown.period)} />
        </>
      }
      lead={inLanguage(definition.explanation)}
    >
      <div className={styles.beside}>
        <p>
          <strong>{words.shown(whole, definition.unit)}</strong>
          {!isHidden(whole) && whole.value !== null && ` ${words.made(whole, definition.measure, subject)}`}
          <br />
          {spread !== undefined && (
            <>
              {spread}
              <br />
            </>
          )}
          <Link to={`/statistikk/${definition.id}${shown.searchOf()}`}>{name}</Link>
        </p>
        {points.length > 0 && (
          <ProcessChart
            name={t('chart.name', { name, signal })}
            points={points}
            lines={{ mean, lower, upper }}
            better={definition.better}
            definition={definition}
            inWords={(value) => words.onAxis(value, definition.unit)}
            monthInWords={(month) => longMonth(month, currentLanguage())}
          />
        )}
      </div>
    </Section>
  );
}

const figureIn = (figures: Figures | undefined, id: number) =>
  figures?.figures.find(({ indicator }) => indicator === id);
