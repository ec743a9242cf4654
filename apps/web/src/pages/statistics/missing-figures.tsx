import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../parts/section/section.js';
import type { Missing } from './figures.js';
import { inLanguage } from './use-figure-words.js';
import styles from './missing-figures.module.css';

/** Figures that cannot be computed yet, with the reason; those with the same reason stand in one card. */
export function MissingFigures({ missing }: { readonly missing: readonly Missing[] }) {
  const { t } = useTranslation('statistics');
  if (missing.length === 0) return null;
  const byReason = Map.groupBy(missing, ({ reason }) => inLanguage(reason));
  return (
    <Section id="missing" title={t('missing.title')} lead={t('missing.lead', { count: missing.length })}>
      <div className={styles.cards}>
        {[...byReason].map(([reason, those]) => (
          <article key={reason} className={styles.card}>
            <Heading level={3} data-size="2xs">
              {t('missing.not')}
            </Heading>
            <Paragraph data-size="sm">{reason}</Paragraph>
            <ul>
              {those.map(({ id, name }) => (
                <li key={id}>{inLanguage(name)}</li>
              ))}
            </ul>
          </article>
        ))}
      </div>
    </Section>
  );
}
