import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../words/language.js';
import { longMonth, shortMonth } from '../../../words/dates.js';
import { shareInWords } from '../../../words/numbers.js';
import { heldIn, type Column } from './board.js';
import styles from './month-heading.module.css';

/** A month with the share of units that met. */
export function MonthHeading({ column, today }: { readonly column: Column; readonly today: string }) {
  const { t } = useTranslation('follow-up');
  const language = currentLanguage();
  const held = heldIn(column, today);
  const words = held && ('percent' in held ? t('board.share', held) : t('board.soFar', held));
  return (
    <th
      role="columnheader"
      scope="col"
      className={styles.month}
      aria-label={words ? `${longMonth(column.month, language)}, ${words}` : longMonth(column.month, language)}
      data-now={today.startsWith(column.month)}
    >
      {shortMonth(column.month, language).replace('.', '')}
      <span className={styles.share}>
        {held && ('percent' in held ? shareInWords(held.percent, 100, language) : `${held.held}/${held.obliged}`)}
      </span>
    </th>
  );
}
