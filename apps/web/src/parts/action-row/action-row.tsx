import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listed } from '#platform/kernel/plain';
import { currentLanguage } from '../../words/language.js';
import { useSession } from '../../session/session.js';
import { shortDay } from '../../words/dates.js';
import { ActionAnswers } from '../action-answers/action-answers.js';
import type { Action } from '../action-answers/answers.js';
import { ActionState } from './action-state.js';
import { DeclinedLine } from './declined-line.js';
import styles from './action-row.module.css';

interface ActionRowProps {
  readonly action: Action;
  /** False on the page of one unit. */
  readonly withUnit?: boolean;
  /** False in one's own list, which need not name the owner. */
  readonly withMe?: boolean;
  readonly onAnswered?: (message: string) => void;
}

/** One action in a list: text, owner, date, and its answers in place. */
export function ActionRow({ action, withUnit = true, withMe = true, onAnswered }: ActionRowProps) {
  const { t } = useTranslation('action-row');
  const { who } = useSession();
  const { actionId, text, owner, ownerService, units, dueOn, offer, declined, endedOn } = action;
  const mine = owner.personId === who.personId;
  const dayOf = (on: string) => unbroken(shortDay(on, currentLanguage(), who.today));
  const about = [
    withUnit &&
      listed(
        units.map(({ name }) => name),
        currentLanguage(),
      ),
    mine ? withMe && t('mine') : [owner.name, ownerService?.name].filter(Boolean).join(', '),
    endedOn === null && t('due', { day: dayOf(dueOn) }),
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
          {endedOn === null && action.status === 'agreed' && declined === null && (
            <span className={styles.quiet}>{mine ? t('unansweredMine') : t('unanswered')}</span>
          )}
          {offer && (
            <span className={styles.offer}>
              {offer.to.personId === who.personId
                ? t('offeredToYou', { name: owner.name ?? '', day: dayOf(offer.on) })
                : t('offered', { name: offer.to.name ?? '', day: dayOf(offer.on) })}
            </span>
          )}
        </p>
        <DeclinedLine action={action} />
      </div>
      <ActionAnswers action={action} {...(onAnswered && { onAnswered })} />
    </li>
  );
}

/** Keeps «7. des.» on one line. */
const unbroken = (words: string): string => words.replaceAll(' ', '\u00a0');
