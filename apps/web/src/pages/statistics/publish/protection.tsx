import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../api/reads.js';
import type { Definition } from '../figures.js';
import styles from './publish.module.css';

type Previewed = Answer<'/api/publications/preview'>;
const MARKS = ['few', 'would-tell'] as const;

interface ProtectionProps {
  readonly shown: Previewed;
  readonly definitions: readonly Definition[];
}

/** Shows the number of figures that are hidden for each of the two reasons, and the test of the tables about children. */
export function Protection({ shown: { publication, raw }, definitions }: ProtectionProps) {
  const { t } = useTranslation('publish');
  const { k, indicators } = publication;
  const marks = raw.flatMap((figure) => figure.marks);
  const counts = MARKS.map((mark) => ({ mark, count: marks.filter((it) => it.mark === mark).length }));
  const divided = indicators.filter(
    ({ indicator, by, whole }) =>
      by !== null && !('hidden' in whole) && definitions.find(({ id }) => id === indicator)?.counted === 'children',
  );
  const tested = divided.filter(({ parts }) => parts !== null).length;
  const withoutParts = divided.length - tested;
  return (
    <div className={styles.protection}>
      {marks.length > 0 && (
        <>
          <ul className={styles.legend}>
            {counts.map(
              ({ mark, count }) =>
                count > 0 && (
                  <li key={mark}>
                    <span className={styles.sample} data-mark={mark} aria-hidden />
                    {t(`marks.${mark}`, { count, k, few: 2 * k })}
                  </li>
                ),
            )}
          </ul>
          <Paragraph data-size="sm">{t('marks.forReaders')}</Paragraph>
        </>
      )}
      {divided.length > 0 && (
        <Paragraph data-size="sm">
          {tested > 0 && t('tested', { count: tested, k, values: k - 1 })}{' '}
          {withoutParts > 0 && t('withoutParts', { count: withoutParts })}
        </Paragraph>
      )}
    </div>
  );
}
