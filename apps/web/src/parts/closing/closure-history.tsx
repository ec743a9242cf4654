import { Details } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { useSession } from '../../session/session.js';
import { fullDay, instantInWords } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import type { Closable } from './closable.js';
import styles from './closing.module.css';

/** The announcements, changes and withdrawals of a place's closures, oldest first; draws nothing without any. */
export function ClosureHistory({ of }: { readonly of: Closable }) {
  const { t } = useTranslation('closing');
  const { today } = useSession().who;
  const items = useHistory(of);
  if (items.length === 0) return null;
  const language = currentLanguage();
  return (
    <Details className="not-on-paper" data-size="sm">
      <Details.Summary>{t('history.title')}</Details.Summary>
      <Details.Content>
        <ol className={styles.plain}>
          {items.map(({ revision, at, by, change, day, reason }) => (
            <li key={revision}>
              <time dateTime={at}>{instantInWords(at, language, today)}</time>
              {': '}
              {t(`history.${change}`, { day: day === null ? '' : fullDay(day, language) })}
              {reason && ` «${reason}»`}
              {by && <span className={styles.quiet}> {by}</span>}
            </li>
          ))}
        </ol>
      </Details.Content>
    </Details>
  );
}

function useHistory({ kind, id }: Closable) {
  const unit = useRead(
    '/api/units/{unitId}/closure-history',
    { path: { unitId: id } },
    {
      enabled: kind === 'unit',
    },
  );
  const service = useRead(
    '/api/services/{serviceId}/closure-history',
    { path: { serviceId: id } },
    {
      enabled: kind === 'service',
    },
  );
  const serviceUnit = useRead(
    '/api/service-units/{serviceUnitId}/closure-history',
    { path: { serviceUnitId: id } },
    { enabled: kind === 'service-unit' },
  );
  return ({ unit, service, 'service-unit': serviceUnit } as const)[kind].data?.items ?? [];
}
