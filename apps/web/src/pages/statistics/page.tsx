import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isProblem } from '../../api/problem.js';
import { useRead } from '../../api/reads.js';
import { Section } from '../../parts/section/section.js';
import { Answered, mayRead, ProblemShown } from '../../parts/states/states.js';
import { useMay } from '../../session/session.js';
import { instantInWords } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { AnswerInWords } from './answer.js';
import { SeparateCards } from './separate-cards.js';
import { Legend } from './chart/legend.js';
import { Documents, DOCUMENTS } from './documents.js';
import { cardsOf, isHidden, ofService, type Definition, type Figures, type Missing } from './figures.js';
import { FigureCard } from './figure-card.js';
import { MissingFigures } from './missing-figures.js';
import { seriesPeriod } from '#statistics/contract/chart';
import { StatisticsFrame } from './statistics-frame.js';
import { TwoMoments } from './two-moments.js';
import { useFigureWords } from './use-figure-words.js';
import { useStatisticsView, type Shown } from './use-statistics-view.js';
import { WaitingCards } from './waiting-cards.js';
import styles from './page.module.css';

/** The indicator of the first sentence: the year's meetings, which the municipality has decided. */
const HEADLINE = 2;

/** The year's compliance at a glance: the answer, what changed, and every indicator as a card. */
export function Component() {
  const { t } = useTranslation('statistics');
  const words = useFigureWords();
  const shown = useStatisticsView();
  const catalogue = useRead('/api/statistics');
  const mayPublish = useMay('statistics.publish');
  return (
    <StatisticsFrame
      title={t('title')}
      lead={t('lead', { period: words.period(shown.period) })}
      shown={shown}
      isOpen={mayRead(catalogue)}
      indicators={ofService(catalogue.data?.indicators ?? [], shown.view).map(({ id }) => id)}
      command={
        <>
          <Button asChild variant="secondary" data-size="sm" className="not-on-paper">
            <a href={`#${DOCUMENTS}`}>{t('documents.open')}</a>
          </Button>
          {mayPublish && (
            <Button asChild data-size="sm" className="not-on-paper">
              <Link to="/statistikk/publiser">{t('publish')}</Link>
            </Button>
          )}
        </>
      }
    >
      <Answered of={catalogue}>
        {({ indicators, missing }) => {
          const definitions = ofService(indicators, shown.view);
          return (
            <>
              {shown.view.serviceId !== undefined && (
                <OnlyOfService others={indicators.length - definitions.length} shown={shown} />
              )}
              <AllFigures definitions={definitions} missing={missing} shown={shown} />
            </>
          );
        }}
      </Answered>
    </StatisticsFrame>
  );
}

/** Says why fewer figures are shown while a service is chosen. */
function OnlyOfService({ others, shown }: { readonly others: number; readonly shown: Shown }) {
  const { t } = useTranslation('statistics');
  return (
    <Paragraph data-size="sm" className={styles.service}>
      {t('service.only', { count: others })}{' '}
      <Link className="not-on-paper" to={{ search: shown.searchOf({ serviceId: undefined }) }}>
        {t('service.clear')}
      </Link>
    </Paragraph>
  );
}

interface AllFiguresProps {
  readonly definitions: readonly Definition[];
  readonly missing: readonly Missing[];
  readonly shown: Shown;
}

function AllFigures({ definitions, missing, shown }: AllFiguresProps) {
  const figures = useRead(
    '/api/statistics/figures',
    { query: { ...shown.query, indicators: idsOf(definitions), period: shown.period } },
    { keepWhileAsking: true },
  );
  const monthly = definitions.filter(({ by, measure }) => by.includes('month') && measure !== 'distribution');
  const series = useRead(
    '/api/statistics/figures',
    { query: { ...shown.query, indicators: idsOf(monthly), period: seriesPeriod(shown.period), by: 'month' } },
    { keepWhileAsking: true, enabled: monthly.length > 0 },
  );
  const headline = definitions.find(({ id }) => id === HEADLINE) ?? definitions[0];
  const ofHeadline = headline && figureIn(figures.data, headline.id);
  return (
    <div className={styles.page} aria-busy={figures.isPlaceholderData}>
      <div className={styles.top}>
        {headline && ofHeadline && (
          <AnswerInWords
            definition={headline}
            figure={ofHeadline}
            series={figureIn(series.data, headline.id)}
            shown={shown}
          />
        )}
        <TwoMoments definitions={definitions} figures={figures.data} shown={shown} />
      </div>
      {series.error !== null && !series.data && (
        <ProblemShown problem={series.error} onAgain={() => void series.refetch()} />
      )}
      {figures.error !== null && !figures.data ? (
        isFault(figures.error) ? (
          <SeparateCards definitions={definitions} shown={shown} />
        ) : (
          <ProblemShown problem={figures.error} onAgain={() => void figures.refetch()} />
        )
      ) : figures.data ? (
        <Groups
          definitions={definitions}
          figures={figures.data}
          series={series.data}
          isLoadingSeries={series.isLoading}
          shown={shown}
        />
      ) : (
        <WaitingCards />
      )}
      <div className="not-on-paper">
        <Documents shown={shown} />
      </div>
      <MissingFigures missing={missing} />
    </div>
  );
}

/** The server could not answer all at once, perhaps because of a single figure. */
const isFault = (problem: unknown): boolean => isProblem(problem) && problem.status >= 500;

interface GroupsProps {
  readonly definitions: readonly Definition[];
  readonly figures: Figures;
  readonly series: Figures | undefined;
  readonly isLoadingSeries: boolean;
  readonly shown: Shown;
}

function Groups({ definitions, figures, series, isLoadingSeries, shown }: GroupsProps) {
  const { t } = useTranslation('statistics');
  const hasHidden = figures.figures.some(({ whole }) => isHidden(whole));
  return (
    <>
      {hasHidden && <Paragraph className={styles.hidden}>{t('hidden.why')}</Paragraph>}
      {[...cardsOf(definitions)].map(([group, cards], i) => (
        <Section key={group} id={`group-${group}`} title={t(`groups.${group}`)}>
          {i === 0 && <Legend withPairs />}
          <div className={styles.cards}>
            {cards.map((card) => (
              <FigureCard
                key={card.definition.id}
                card={card}
                figureOf={(id) => figureIn(figures, id)}
                seriesOfId={(id) => figureIn(series, id)}
                isLoadingSeries={isLoadingSeries}
                shown={shown}
              />
            ))}
          </div>
        </Section>
      ))}
      {!figures.isProtected && (
        <Paragraph data-size="sm" className={styles.made}>
          {figures.anchor
            ? t('computed', { when: instantInWords(figures.anchor.recordedAt, currentLanguage(), shown.today) })
            : t('nothingKnown')}
        </Paragraph>
      )}
    </>
  );
}

const idsOf = (definitions: readonly Definition[]) => definitions.map(({ id }) => id).join(',');

const figureIn = (figures: Figures | undefined, id: number) =>
  figures?.figures.find(({ indicator }) => indicator === id);
