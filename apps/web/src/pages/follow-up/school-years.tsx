import { Button } from '@digdir/designsystemet-react';
import { ChevronLeftIcon, ChevronRightIcon } from '@navikt/aksel-icons';
import { useTranslation } from 'react-i18next';
import { schoolYearInWords } from '../../words/school-years.js';
import styles from './school-years.module.css';

interface SchoolYearsProps {
  /** First year of the school year shown. */
  readonly year: number;
  readonly today: string;
  /** Undefined for the current year. */
  readonly onChange: (year: number | undefined) => void;
}

/** One school year back or forward; the next one is available once it is planned. */
export function SchoolYears({ year, today, onChange }: SchoolYearsProps) {
  const { t } = useTranslation('follow-up');
  const current = Number(today.slice(0, 4)) - (today.slice(5) < '08-01' ? 1 : 0);
  const go = (to: number) => onChange(to === current ? undefined : to);
  return (
    <div className={styles.years} role="group" aria-label={t('years.label')}>
      <Button variant="tertiary" data-size="sm" onClick={() => go(year - 1)}>
        <ChevronLeftIcon aria-hidden />
        <span className="only-for-readers">{t('years.before')}</span> {schoolYearInWords(year - 1)}
      </Button>
      {year <= current && (
        <Button variant="tertiary" data-size="sm" onClick={() => go(year + 1)}>
          <span className="only-for-readers">{t('years.after')}</span> {schoolYearInWords(year + 1)}
          <ChevronRightIcon aria-hidden />
        </Button>
      )}
    </div>
  );
}
