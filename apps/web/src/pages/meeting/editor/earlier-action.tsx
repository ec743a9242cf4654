import { Input } from '@digdir/designsystemet-react';
import { memo, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../frame/language.js';
import { daysBetween, shortDay } from '../../../words/dates.js';
import type { DraftEarlierAction, Outcome } from '../draft/draft.js';
import { CodeSelect } from '../fields/code-select.js';
import { DateField } from '../fields/date-field.js';
import { useConflict, useEditing, useRowWriter, useShown, type DraftAnswer } from './editing.js';
import { ConflictShown, useFieldNotes } from './field-notes.js';
import { TextLine } from './text-line.js';
import { useDateSurroundings } from './surroundings.js';
import styles from './editor.module.css';

const OUTCOMES = ['completed', 'carried-on', 'changed', 'abandoned'] as const satisfies readonly Outcome[];

/** Where one goes on after saying what came of it: what it says now, or why. */
const FIRST_ASKED = '[data-what], [data-why], [data-why-box] select';

interface EarlierActionProps {
  readonly action: DraftEarlierAction;
  /** As it stands in the list of actions; gone where it has been ended since. */
  readonly open: DraftAnswer['openActions'][number] | undefined;
  readonly isFirst: boolean;
  readonly onNext: (from: string) => void;
}

/** One action from before. With the row in focus, one letter says what came of it; the same letter again takes it back. */
export const EarlierAction = memo(function EarlierAction({ action, open, isFirst, onNext }: EarlierActionProps) {
  const { t } = useTranslation(['meeting', 'frame']);
  const { today, nameOf } = useEditing();
  const language = currentLanguage();
  const { actionId, outcome } = action;
  const at = `earlierActions.${actionId}`;
  const row = useRef<HTMLLIElement>(null);
  const proposed = useShown(({ server }) => server.proposed);
  const conflict = useConflict(at);
  const outcomeNotes = useFieldNotes(`${at}.outcome`);
  const rowNotes = useFieldNotes(`${at}.actionId`);
  const write = useRowWriter('earlierActions', actionId);
  const owner = nameOf(open?.ownerId ?? null);
  const late = open ? daysBetween(open.dueOn, today) : 0;

  const say = (said: Outcome) => {
    if (said === outcome) return write({ outcome: null });
    const goesOn = said === 'carried-on' || said === 'changed';
    write({
      outcome: said,
      ...(goesOn && { dueOn: action.dueOn ?? proposed.dueOn, followUpOn: action.followUpOn ?? proposed.followUpOn }),
      ...(said === 'changed' && { text: action.text ?? open?.text ?? null }),
    });
    if (said === 'completed') onNext(actionId);
    else requestAnimationFrame(() => row.current?.querySelector<HTMLElement>(FIRST_ASKED)?.focus());
  };
  const keyed = (event: KeyboardEvent<HTMLLIElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const rows = [...document.querySelectorAll<HTMLElement>('[data-earlier]')];
      rows[rows.indexOf(row.current!) + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
      return;
    }
    const said = OUTCOMES.find((it) => t(`outcome.key.${it}`) === event.key.toLowerCase());
    if (!said) return;
    event.preventDefault();
    say(said);
  };

  return (
    <li
      ref={row}
      className={styles.earlier}
      // The row takes the letters; its buttons do the same for a mouse and for readers.
      tabIndex={0}
      data-earlier={actionId}
      data-place={at}
      {...(isFirst && { 'data-first': true })}
      aria-label={open?.text}
      onKeyDown={keyed}
    >
      <div className={styles.earlierHead}>
        <div>
          <span className={styles.what}>{open?.text ?? t('earlier.gone')}</span>
          {open && (
            <span className={styles.quiet}>
              {[owner?.name, owner?.title ?? owner?.place].filter(Boolean).join(', ')} ·{' '}
              {t('earlier.due', { day: shortDay(open.dueOn, language, today) })}
              {late > 0 && <span className={styles.late}> · {t('earlier.late', { count: late })}</span>}
            </span>
          )}
        </div>
        <div className={styles.outcomes} role="group" aria-label={t('earlier.outcome')}>
          {OUTCOMES.map((it) => (
            <button
              key={it}
              type="button"
              aria-pressed={outcome === it}
              aria-keyshortcuts={t(`outcome.key.${it}`)}
              onClick={() => say(it)}
            >
              <Underlined letter={t(`outcome.key.${it}`)}>{t(`outcome.${it}`)}</Underlined>
            </button>
          ))}
        </div>
      </div>
      {outcome !== null && <Details action={action} onNext={() => onNext(actionId)} />}
      {outcomeNotes.notes}
      {rowNotes.notes}
      {conflict && <ConflictShown conflict={conflict} />}
    </li>
  );
});

/** What must be said of an outcome: why, and till when. */
function Details({ action, onNext }: { readonly action: DraftEarlierAction; readonly onNext: () => void }) {
  const { t } = useTranslation('meeting');
  const around = useDateSurroundings();
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
      {(action.outcome === 'completed' || action.outcome === 'abandoned') && (
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
      {action.outcome === 'on-track' && (
        <Input readOnly value={t('outcome.on-track')} aria-label={t('earlier.outcome')} />
      )}
    </div>
  );
}

const isWriting = (target: EventTarget) => target instanceof Element && target.matches('input, textarea, select');

/** The letter that does it, marked where it stands in the word. */
function Underlined({ letter, children }: { readonly letter: string; readonly children: string }) {
  const at = children.toLowerCase().indexOf(letter);
  if (at < 0) return children;
  return (
    <>
      {children.slice(0, at)}
      <u>{children.slice(at, at + 1)}</u>
      {children.slice(at + 1)}
    </>
  );
}
