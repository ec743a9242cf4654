import { Details, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { listed } from '#platform/kernel/plain';
import { shortDay } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import styles from './ladder.module.css';
import type { LadderPreview } from './ask-preview.js';

/** Each alert of the month; those that only one of the two would tell come first. */
export function PreviewLines({ preview: { lines, linesTotal } }: { readonly preview: LadderPreview }) {
  const { t } = useTranslation('ladder');
  const language = currentLanguage();
  if (lines.length === 0) return null;
  return (
    <Details data-size="sm">
      <Details.Summary>{t('preview.lines.title', { count: linesTotal })}</Details.Summary>
      <Details.Content>
        {linesTotal > lines.length && (
          <Paragraph data-size="sm">{t('preview.lines.some', { count: lines.length })}</Paragraph>
        )}
        <ul className={styles.lines}>
          {lines.map(({ on, text, units, to, by }, i) => (
            <li key={i} data-by={by}>
              <span className={styles.quiet}>{shortDay(on, language)}</span>
              <span>
                {text}
                {units.length > 0 && (
                  <span className={styles.quiet}>
                    {' · '}
                    {listed(
                      units.map(({ name }) => name ?? t('unnamed')),
                      language,
                    )}
                  </span>
                )}
              </span>
              <span>
                {listed(
                  to.map(({ name }) => name ?? t('unnamed')),
                  language,
                )}
              </span>
              <span className={styles.by}>{by === 'both' ? '' : t(`preview.lines.${by}`)}</span>
            </li>
          ))}
        </ul>
      </Details.Content>
    </Details>
  );
}
