import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { currentLanguage } from '../../words/language.js';
import { UnitLink } from '../../parts/unit-link/unit-link.js';
import { MonthMark, useMonthState } from '../../parts/month-mark/month-mark.js';
import { longDay, longMonth, shortDay } from '../../words/dates.js';
import { monthName } from '../../words/months.js';
import { schoolYearInWords } from '../../words/school-years.js';
import { UnitSection, type Overview } from './unit-section.js';
import styles from './unit.module.css';

/** The school year as a row of months with their meetings; exempt months show the reason. */
export function YearStrip({ unit }: { readonly unit: Overview }) {
  const { t } = useTranslation('unit');
  const language = currentLanguage();
  const inWords = useMonthState();
  const [, setAddress] = useSearchParams();
  const { schoolYear, months, coverage, hostUnitId } = unit;
  const go = (year: number) => setAddress({ ar: String(year) }, { replace: true });
  const shown = months.filter(({ state, meetings }) => state !== 'not-obliged' || meetings.length > 0);
  const exempt = months.filter(({ exemptReason }) => exemptReason !== null);
  return (
    <UnitSection title={t('year.title', { year: schoolYearInWords(schoolYear) })}>
      {hostUnitId !== null && (
        <p>
          {t('year.guest')} <UnitLink unitId={hostUnitId}>{t('year.host')}</UnitLink>
        </p>
      )}
      {shown.length === 0 ? (
        <p className={styles.quiet}>{t('year.none')}</p>
      ) : (
        <ol className={styles.strip}>
          {shown.map(({ month, state, meetings }) => {
            const notCancelled = meetings.filter((it) => it.state !== 'cancelled');
            return (
              <li key={month}>
                <span className={styles.month}>{monthName(month, language)}</span>
                <MonthMark state={state} />
                <span className={styles.word}>{inWords(state)}</span>
                {(notCancelled.length > 0 ? notCancelled : meetings.slice(0, 1)).map(({ meetingId, on }) => (
                  <Link key={meetingId} to={`/moter/${meetingId}`}>
                    <span aria-hidden>{shortDay(on, language)}</span>
                    <span className="only-for-readers">{t('year.meeting', { day: longDay(on, language) })}</span>
                  </Link>
                ))}
              </li>
            );
          })}
        </ol>
      )}
      {coverage !== null && coverage.obliged > 0 && (
        <p className={styles.quiet}>{t('year.coverage', { held: coverage.held, obliged: coverage.obliged })}</p>
      )}
      {exempt.length > 0 && (
        <ul className={styles.plain}>
          {exempt.map(({ month, exemptReason }) => (
            <li key={month}>{t('year.exempt', { month: longMonth(month, language), reason: exemptReason })}</li>
          ))}
        </ul>
      )}
      <div className={styles.years}>
        <Button variant="tertiary" data-size="sm" onClick={() => go(schoolYear - 1)}>
          ‹ {schoolYearInWords(schoolYear - 1)}
        </Button>
        <Button variant="tertiary" data-size="sm" onClick={() => go(schoolYear + 1)}>
          {schoolYearInWords(schoolYear + 1)} ›
        </Button>
      </div>
    </UnitSection>
  );
}
