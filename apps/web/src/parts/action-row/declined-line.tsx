import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../words/language.js';
import { useSession } from '../../session/session.js';
import { shortDay } from '../../words/dates.js';
import type { Action } from '../action-answers/answers.js';
import styles from './action-row.module.css';

/** Shows that the owner declined, and why; nothing otherwise. */
export function DeclinedLine({ action: { declined, owner } }: { readonly action: Action }) {
  const { t } = useTranslation('action-row');
  const { who } = useSession();
  if (!declined) return null;
  const day = shortDay(declined.on, currentLanguage(), who.today);
  const mine = owner.personId === who.personId;
  return (
    <p className={styles.declined}>
      {t(mine ? 'declinedByYou' : 'declined', { name: owner.name ?? '', day, reason: declined.reason })}
    </p>
  );
}
