import { Heading } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { seriesPeriod } from '#statistics/contract/chart';
import { useRead } from '../../api/reads.js';
import { Section } from '../../parts/section/section.js';
import { Loading, ProblemShown } from '../../parts/states/states.js';
import { FigureCard } from './figure-card.js';
import { cardsOf, type Card, type Definition, type Figures } from './figures.js';
import { inLanguage } from './use-figure-words.js';
import type { Shown } from './use-statistics-view.js';
import styles from './page.module.css';

interface SeparateCardsProps {
  readonly definitions: readonly Definition[];
  readonly shown: Shown;
}

/** Cards that ask for their own figures, when all together could not be had: one that fails leaves the others. */
export function SeparateCards({ definitions, shown }: SeparateCardsProps) {
  const { t } = useTranslation('statistics');
  return [...cardsOf(definitions)].map(([group, cards]) => (
    <Section key={group} id={`group-${group}`} title={t(`groups.${group}`)}>
      <div className={styles.cards}>
        {cards.map((card) => (
          <SeparateCard key={card.definition.id} card={card} shown={shown} />
        ))}
      </div>
    </Section>
  ));
}

function SeparateCard({ card, shown }: { readonly card: Card; readonly shown: Shown }) {
  const { definition, beside } = card;
  const both = [definition, ...(beside ? [beside] : [])];
  const idsOf = (those: readonly Definition[]) => those.map(({ id }) => id).join(',');
  const figures = useRead('/api/statistics/figures', {
    query: { ...shown.query, indicators: idsOf(both), period: shown.period },
  });
  const monthly = both.filter(({ by, measure }) => by.includes('month') && measure !== 'distribution');
  const series = useRead(
    '/api/statistics/figures',
    { query: { ...shown.query, indicators: idsOf(monthly), period: seriesPeriod(shown.period), by: 'month' } },
    { enabled: monthly.length > 0 },
  );
  if (figures.data)
    return (
      <FigureCard
        card={card}
        figureOf={(id) => figureIn(figures.data, id)}
        seriesOfId={(id) => figureIn(series.data, id)}
        isLoadingSeries={series.isLoading}
        shown={shown}
      />
    );
  return (
    <article>
      <Heading level={3} data-size="2xs">
        {inLanguage(definition.name)}
      </Heading>
      {figures.error === null ? (
        <Loading />
      ) : (
        <ProblemShown problem={figures.error} onAgain={() => void figures.refetch()} />
      )}
    </article>
  );
}

const figureIn = (figures: Figures | undefined, id: number) =>
  figures?.figures.find(({ indicator }) => indicator === id);
