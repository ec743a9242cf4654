import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../api/reads.js';
import { currentLanguage } from '../../../words/language.js';
import { useSession } from '../../../session/session.js';
import { longMonth, shortDay } from '../../../words/dates.js';
import { monthName } from '../../../words/months.js';
import styles from './lists.module.css';

type Done = Answer<'/api/units/{unitId}/follow-up'>['done'];

/** Follow-up of the unit: person, time and result. */
export function DoneList({ done, total }: { readonly done: Done; readonly total: number }) {
  const { t } = useTranslation('follow-up');
  const { who } = useSession();
  const language = currentLanguage();
  const causeInWords = ({ kind, month }: Done[number]['about']): string => {
    const named = month ? longMonth(month, language) : '';
    return kind ? t(`causes.${kind}`, { month: named }) : named || t('done.everything');
  };
  return (
    <section aria-labelledby="done">
      <Heading level={3} data-size="2xs" id="done">
        {t('panel.done')}
      </Heading>
      {done.length === 0 ? (
        <Paragraph className={styles.quiet}>{t('panel.nothingDone')}</Paragraph>
      ) : (
        <ul className={styles.list}>
          {done.map(({ id, kind, on, by, about, with: answering, note }) => (
            <li key={id}>
              {t(`done.${kind}`, { month: about.month ? monthName(about.month, language) : '' })}
              {kind === 'reminded' && causeInWords(about)}
              {answering && ` ${t('done.with', { name: answering })}`}
              <span className={styles.quiet}>
                {shortDay(on, language, who.today)}
                {by && `, ${by}`}
              </span>
              {note && <span className={styles.note}>«{note}»</span>}
            </li>
          ))}
        </ul>
      )}
      {total > done.length && (
        <Paragraph className={styles.quiet}>{t('panel.moreDone', { count: total - done.length })}</Paragraph>
      )}
    </section>
  );
}
