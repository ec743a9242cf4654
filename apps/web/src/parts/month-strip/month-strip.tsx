import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { currentLanguage } from '../../words/language.js';
import { longMonth, shortDay, shortMonth } from '../../words/dates.js';
import { MonthMark, useMonthState } from '../month-mark/month-mark.js';
import { dayToShow, meetingOf, type StripMonth } from './strip-meeting.js';
import styles from './month-strip.module.css';

interface MonthStripProps {
  /** In the API's order. */
  readonly months: readonly StripMonth[];
  readonly today: string;
  /** Accessible name; the school year by default. */
  readonly label?: string;
}

/**
 * A school year as a strip of months with symbol, label and day. A month with a meeting links to it. Months at either
 * end without obligation or meeting are left out, such as July.
 */
export function MonthStrip({ months, today, label }: MonthStripProps) {
  const { t } = useTranslation('parts');
  const inWords = useMonthState();
  const language = currentLanguage();
  const shown = months.filter(({ state, month }) => state !== 'not-obliged' || isInside(months, month));
  return (
    <ol className={styles.strip} aria-label={label ?? t('monthStrip.label')}>
      {shown.map((cell) => {
        const { month, state, exemptReason } = cell;
        const isNow = today.startsWith(month);
        const meeting = meetingOf(cell);
        const day = dayToShow(cell);
        const says = (
          <>
            <span className={styles.month} aria-hidden>
              {shortMonth(month, language).replace('.', '')}
            </span>
            <span className="only-for-readers">{longMonth(month, language)}: </span>
            <MonthMark state={state} />
            <span className={styles.word}>
              {state === 'exempt' && exemptReason ? t('monthStrip.exempt', { reason: exemptReason }) : inWords(state)}
            </span>
            {day && <span className={styles.day}>{shortDay(day, language)}</span>}
            {isNow && <span className={styles.now}>{t('monthStrip.now')}</span>}
          </>
        );
        return (
          <li key={month} className={styles.cell} {...(isNow && { 'aria-current': 'date' })}>
            {meeting === undefined ? (
              <div className={styles.content}>{says}</div>
            ) : (
              <Link className={styles.content} to={`/moter/${meeting}`}>
                {says}
              </Link>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** True between two months with an obligation or a meeting. */
function isInside(months: readonly StripMonth[], month: string): boolean {
  const counting = months.filter(({ state }) => state !== 'not-obliged').map((it) => it.month);
  const [first, last] = [counting[0], counting.at(-1)];
  return first !== undefined && last !== undefined && month > first && month < last;
}
