import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { currentLanguage } from '../../frame/language.js';
import { useSession } from '../../frame/session.js';
import { shortDay } from '../../words/dates.js';
import { ActionAnswers } from '../action-answers/action-answers.js';
import type { Action } from '../action-answers/answers.js';
import { ActionState } from './action-state.js';
import styles from './action-row.module.css';

interface ActionRowProps {
  readonly action: Action;
  /** False where the page is one unit's. */
  readonly withUnit?: boolean;
  readonly onAnswered?: (said: string) => void;
}

/** One action in a list: what, whose, when, and the answers one may give in place. */
export function ActionRow({ action, withUnit = true, onAnswered }: ActionRowProps) {
  const { t } = useTranslation('action-row');
  const { who } = useSession();
  const { actionId, text, owner, ownerService, units, dueOn, offer, endedOn } = action;
  const mine = owner.personId === who.personId;
  const day = shortDay(dueOn, currentLanguage(), who.today);
  const about = [
    withUnit && units.map(({ name }) => name).join(', '),
    mine ? t('mine') : [owner.name, ownerService?.name].filter(Boolean).join(', '),
    endedOn === null && t('due', { day }),
  ].filter(Boolean);
  return (
    <li className={styles.row} data-action={actionId}>
      <div className={styles.what}>
        <Link to={`/tiltak/${actionId}`} className={styles.text}>
          {text}
        </Link>
        <p className={styles.about}>
          {about.join(' · ')}
          <ActionState action={action} today={who.today} />
          {endedOn === null && action.status === 'agreed' && (
            <span className={styles.quiet}>{mine ? t('unansweredMine') : t('unanswered')}</span>
          )}
          {offer && (
            <span className={styles.offer}>
              {offer.to.personId === who.personId
                ? t('offeredToYou', { name: owner.name ?? '', day: shortDay(offer.on, currentLanguage(), who.today) })
                : t('offered', { name: offer.to.name ?? '', day: shortDay(offer.on, currentLanguage(), who.today) })}
            </span>
          )}
        </p>
      </div>
      <ActionAnswers action={action} {...(onAnswered && { onAnswered })} />
    </li>
  );
}
