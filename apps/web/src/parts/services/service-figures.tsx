import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { shortDay } from '../../words/dates.js';
import { changeInWords, numberInWords, shareInWords } from '../../words/numbers.js';
import { lastTwoMonths } from './attendance-words.js';
import styles from './service-figures.module.css';

interface ServiceFiguresProps {
  readonly workload: Answer<'/api/services/workload'>;
  readonly attendance: Answer<'/api/attendance'>;
}

/** Services in rows with the same columns: open, overdue, attendance, and their changes. */
export function ServiceFigures({ workload: { services, before, today }, attendance }: ServiceFiguresProps) {
  const { t } = useTranslation('services');
  const language = currentLanguage();
  const day = shortDay(before, language, today);
  const attended = new Map(attendance.services.map((it) => [it.serviceId, it]));
  return (
    <ul className={styles.services}>
      {services.map(({ serviceId, name, open, overdue, before: then }) => {
        const of = attended.get(serviceId);
        return (
          <li key={serviceId}>
            <Link to={`/tjenester/${serviceId}`} className={styles.name}>
              {name}
            </Link>
            <dl className={styles.figures}>
              <div>
                <dt>{t('figures.open')}</dt>
                <dd>
                  <span className={styles.figure}>{numberInWords(open, language)}</span>
                  <Change change={open - then.open} day={day} />
                </dd>
              </div>
              <div>
                <dt>{t('figures.overdue')}</dt>
                <dd>
                  <span className={styles.figure}>{numberInWords(overdue, language)}</span>
                  <Change change={overdue - then.overdue} day={day} />
                </dd>
              </div>
              <div>
                <dt>{t('figures.attendance')}</dt>
                <dd>
                  <span className={styles.figure}>
                    {(of && shareInWords(of.present + of.deputy, of.expected, language)) ?? t('figures.noMeetings')}
                  </span>
                  <span className={styles.change}>{of && lastTwoMonths(of.months, language)}</span>
                </dd>
              </div>
            </dl>
          </li>
        );
      })}
    </ul>
  );
}

function Change({ change, day }: { readonly change: number; readonly day: string }) {
  const { t } = useTranslation('services');
  return (
    <span className={styles.change}>
      {change === 0
        ? t('figures.same', { day })
        : t('figures.change', { change: changeInWords(change, currentLanguage()), day })}
    </span>
  );
}
