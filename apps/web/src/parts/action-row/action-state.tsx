import { CheckmarkCircleIcon, ClockIcon, ExclamationmarkTriangleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../words/language.js';
import { daysBetween, shortDay, type Day } from '../../words/dates.js';
import type { Action } from '../action-answers/answers.js';
import styles from './action-row.module.css';

/** States of an action, the most serious first; each is shown with a symbol and a word. */
type State = 'overdue' | 'follow-up-missed' | 'due-soon' | 'completed' | 'closed' | 'abandoned' | 'open';

const SOON_DAYS = 2;
const ICONS: Partial<Readonly<Record<State, ComponentType<{ 'aria-hidden': true }>>>> = {
  overdue: ExclamationmarkTriangleIcon,
  'follow-up-missed': ExclamationmarkTriangleIcon,
  'due-soon': ClockIcon,
  completed: CheckmarkCircleIcon,
  closed: CheckmarkCircleIcon,
  abandoned: XMarkOctagonIcon,
};

export function stateOf({ status, overdue, followUpMissed, dueOn }: Action, today: Day): State {
  if (status === 'completed' || status === 'closed' || status === 'abandoned') return status;
  if (overdue) return 'overdue';
  if (followUpMissed) return 'follow-up-missed';
  return daysBetween(today, dueOn) <= SOON_DAYS ? 'due-soon' : 'open';
}

/** «17 virkedager over fristen»; nothing where there is nothing to say beside the due date. */
export function ActionState({ action, today }: { readonly action: Action; readonly today: Day }) {
  const { t } = useTranslation(['action-row', 'action-answers', 'parts']);
  const state = stateOf(action, today);
  if (state === 'open') return null;
  const Icon = ICONS[state]!;
  const day = (on: Day | null) => (on === null ? '' : shortDay(on, currentLanguage(), today));
  const words = {
    overdue: () => t('parts:overdueBy', { count: action.workingDaysOverdue }),
    'follow-up-missed': () => t('state.followUpMissed', { day: day(action.followUpOn) }),
    'due-soon': () => t('state.dueIn', { count: daysBetween(today, action.dueOn) }),
    completed: () => t('state.completed', { day: day(action.endedOn) }),
    closed: () =>
      t('state.closed', { day: day(action.endedOn), effect: t(`action-answers:effects.${action.effect ?? 'worked'}`) }),
    abandoned: () => t('state.abandoned', { day: day(action.endedOn) }),
  }[state];
  return (
    <span className={styles.state} data-state={state}>
      <Icon aria-hidden />
      {words()}
    </span>
  );
}
