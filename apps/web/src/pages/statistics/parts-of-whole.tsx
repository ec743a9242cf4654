import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { numberInWords } from '../../words/numbers.js';
import { currentLanguage } from '../../words/language.js';
import { isHidden, type Definition } from './figures.js';
import { useFigureWords } from './use-figure-words.js';
import type { Shown } from './use-statistics-view.js';
import styles from './parts-of-whole.module.css';

/** Divisions of a distribution whose codes the pages have words for. */
const OVER = ['level', 'category', 'approach', 'age-band', 'service'] as const;
/** Most parts of a card; the page of the indicator has all. */
const MOST = 6;

interface PartsOfWholeProps {
  readonly definition: Definition;
  readonly shown: Shown;
  readonly most?: number;
}

/** The parts of a distribution, the largest first, each with its share and number. */
export function PartsOfWhole({ definition, shown, most = MOST }: PartsOfWholeProps) {
  const { t } = useTranslation('statistics');
  const words = useFigureWords();
  const by = OVER.find((it) => definition.by.includes(it));
  const { data } = useRead(
    '/api/statistics/figures',
    { query: { ...shown.query, indicators: String(definition.id), period: shown.period, by: by ?? 'level' } },
    { enabled: by !== undefined, keepWhileAsking: true },
  );
  const parts = (data?.figures[0]?.parts ?? []).toSorted((a, b) => sizeOf(b.figure) - sizeOf(a.figure));
  if (by === undefined || parts.length === 0) return null;
  const named = (key: string, name: string | null) =>
    name ?? t(`codes.${by}.${key}`, { defaultValue: t('codes.none') });
  return (
    <ul className={styles.parts}>
      {parts.slice(0, most).map(({ key, name, figure }) => (
        <li key={key}>
          <span>{named(key, name)}</span>
          <span className={styles.number}>
            {isHidden(figure) ? ':' : numberInWords(figure.numerator, currentLanguage())}
          </span>
          <span className={styles.number}>{words.shown(figure, definition.unit)}</span>
        </li>
      ))}
      {parts.length > most && <li>{t('morePartsThanShown', { count: parts.length - most })}</li>}
    </ul>
  );
}

const sizeOf = (figure: Parameters<typeof isHidden>[0]) => (isHidden(figure) ? -1 : figure.numerator);
