import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { currentLanguage } from '../../frame/language.js';
import { longMonth, shortDay, shortMonth } from '../../words/dates.js';
import { MonthMark, useMonthState } from '../month-mark/month-mark.js';
import { dayToShow, meetingOf, type StripMonth } from './strip-meeting.js';
import styles from './month-strip.module.css';

interface MonthStripProps {
  /** In order, as the API gives them. */
  readonly months: readonly StripMonth[];
  readonly today: string;
  /** What the strip is of, for those who hear it; left out: the school year. */
  readonly label?: string;
}

/**
 * A school year as a strip of months: a symbol and a word for each, and the day. A month in which a meeting stands leads
 * to it. Months in which nothing is demanded and nothing stands are left out at the edges, such as July.
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

/** Between two months in which something is demanded or stands. */
function isInside(months: readonly StripMonth[], month: string): boolean {
  const counting = months.filter(({ state }) => state !== 'not-obliged').map((it) => it.month);
  const [first, last] = [counting[0], counting.at(-1)];
  return first !== undefined && last !== undefined && month > first && month < last;
}
