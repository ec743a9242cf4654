import { ValidationMessage } from '@digdir/designsystemet-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftEarlierAction, Outcome } from '../draft/draft.js';
import { CodeSelect } from '../fields/code-select.js';
import { DateField } from '../fields/date-field.js';
import { useRowWriter } from './editing.js';
import { useFieldNotes } from './field-notes.js';
import { useDateContext } from './date-context.js';
import { TextLine } from './text-line.js';
import styles from './earlier-details.module.css';

/** Fields of each outcome. */
export const FIELDS_OF: Readonly<Record<Outcome, readonly (keyof DraftEarlierAction)[]>> = {
  completed: ['note'],
  'on-track': ['note', 'followUpOn'],
  'carried-on': ['reason', 'dueOn', 'followUpOn'],
  changed: ['text', 'reason', 'dueOn', 'followUpOn'],
  abandoned: ['abandonReason', 'note'],
};

/** Required details of an outcome: reason and date. */
export function EarlierDetails({
  action,
  late,
  onNext,
}: {
  readonly action: DraftEarlierAction;
  /** True when its due date has passed. */
  readonly late: boolean;
  readonly onNext: () => void;
}) {
  const { t } = useTranslation('meeting');
  const around = useDateContext();
  const at = `earlierActions.${action.actionId}`;
  const write = useRowWriter('earlierActions', action.actionId);
  const due = useFieldNotes(`${at}.dueOn`);
  const followUp = useFieldNotes(`${at}.followUpOn`);
  const why = useFieldNotes(`${at}.abandonReason`);
  const entered = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onNext();
  };
  const goesOn = action.outcome === 'carried-on' || action.outcome === 'changed';
  return (
    <div className={styles.details}>
      {action.outcome === 'changed' && (
        <div className={styles.wide}>
          <span aria-hidden>{t('earlier.newText')}</span>
          <TextLine
            label={t('earlier.newText')}
            at={`${at}.text`}
            value={action.text}
            what
            grows
            onText={(text) => write({ text })}
            onKeyDown={entered}
          />
        </div>
      )}
      {goesOn && (
        <>
          <div className={styles.wide}>
            <span aria-hidden>{t('earlier.why')}</span>
            <TextLine
              label={t('earlier.why')}
              at={`${at}.reason`}
              value={action.reason}
              why={action.outcome === 'carried-on'}
              onText={(reason) => write({ reason })}
              onKeyDown={entered}
            />
          </div>
          <div>
            <span aria-hidden>{t('earlier.newDue')}</span>
            <DateField
              label={t('earlier.newDue')}
              place={`${at}.dueOn`}
              value={action.dueOn}
              around={around}
              faulty={due.faulty}
              describedBy={due.id}
              onDay={(dueOn) => write({ dueOn })}
              onKeyDown={entered}
            />
            {due.notes}
          </div>
        </>
      )}
      {action.outcome === 'abandoned' && (
        <div data-why-box>
          <span aria-hidden>{t('earlier.whyAbandoned')}</span>
          <CodeSelect
            of="abandonReason"
            label={t('earlier.whyAbandoned')}
            place={`${at}.abandonReason`}
            value={action.abandonReason}
            faulty={why.faulty}
            describedBy={why.id}
            onCode={(abandonReason) => write({ abandonReason })}
            onKeyDown={entered}
          />
          {why.notes}
        </div>
      )}
      {(action.outcome === 'completed' || action.outcome === 'abandoned' || action.outcome === 'on-track') && (
        <div className={styles.wide}>
          <span aria-hidden>{t('earlier.note')}</span>
          <TextLine
            label={t('earlier.note')}
            at={`${at}.note`}
            value={action.note}
            onText={(note) => write({ note })}
            onKeyDown={entered}
          />
        </div>
      )}
      {(goesOn || action.outcome === 'on-track') && (
        <div>
          <span aria-hidden>{t('earlier.newFollowUp')}</span>
          <DateField
            label={t('earlier.newFollowUp')}
            place={`${at}.followUpOn`}
            value={action.followUpOn}
            around={around}
            faulty={followUp.faulty}
            describedBy={followUp.id}
            onDay={(followUpOn) => write({ followUpOn })}
            onKeyDown={entered}
          />
          {followUp.notes}
        </div>
      )}
      {action.outcome === 'on-track' && late && (
        <ValidationMessage data-size="sm" data-color="warning" className={styles.allColumns}>
          {t('earlier.onTrackButLate')}
        </ValidationMessage>
      )}
    </div>
  );
}
