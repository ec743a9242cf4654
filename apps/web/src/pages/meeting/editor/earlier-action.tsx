import { memo, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../../parts/announcer/announcer.js';
import { currentLanguage } from '../../../words/language.js';
import { shortDay } from '../../../words/dates.js';
import type { DraftEarlierAction, Outcome } from '../draft/draft.js';
import type { DeliberateLetters } from './deliberate-letters.js';
import { EarlierDetails, FIELDS_OF } from './earlier-details.js';
import { useConflict, useDraftField, useEditing, useRowWriter, useShown, type OpenAction } from './editing.js';
import { ConflictShown, OtherConflicts, useFieldNotes } from './field-notes.js';
import styles from './earlier-actions.module.css';
import sectionTexts from './section-texts.module.css';

const OUTCOMES = ['completed', 'on-track', 'carried-on', 'changed', 'abandoned'] as const satisfies readonly Outcome[];
/** Outcomes that need no more words: one goes on to the next row. */
const SAYS_IT_ALL: readonly Outcome[] = ['completed', 'on-track'];

/** The field that follows an outcome: the new text, or the reason. */
const FIRST_ASKED = '[data-what], [data-why], [data-why-box] select';

interface EarlierActionProps {
  readonly action: DraftEarlierAction;
  /** State of the action on the meeting's day; undefined when it was not open then. */
  readonly open: OpenAction | undefined;
  readonly isFirst: boolean;
  readonly onNext: (from: string) => void;
  /** The row before its outcome was changed, for undo. */
  readonly onSaid: (before: DraftEarlierAction) => void;
  readonly letters: DeliberateLetters;
}

/**
 * One action from before. With the row in focus, a letter by itself says what came of it; the same again takes it back.
 */
export const EarlierAction = memo(function EarlierAction({
  action,
  open,
  isFirst,
  onNext,
  onSaid,
  letters,
}: EarlierActionProps) {
  const { t } = useTranslation(['meeting', 'parts']);
  const { today, meetingOn, nameOf } = useEditing();
  const heldOn = useDraftField('heldOn') ?? meetingOn;
  const announce = useAnnounce();
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
  // In its state on the meeting's day, like the rest of the row.
  const late = open?.dueOn ? open.dueOn < heldOn : false;

  const say = (chosen: Outcome) => {
    onSaid(action);
    if (chosen === outcome) return write({ outcome: null });
    const goesOn = chosen === 'carried-on' || chosen === 'changed';
    write({
      outcome: chosen,
      ...(goesOn && { dueOn: action.dueOn ?? proposed.dueOn }),
      ...((goesOn || chosen === 'on-track') && { followUpOn: action.followUpOn ?? proposed.followUpOn }),
      ...(chosen === 'changed' && { text: action.text ?? open?.text ?? null }),
    });
    if (chosen === 'on-track' && late) announce(t('earlier.onTrackButLate'));
    if (SAYS_IT_ALL.includes(chosen)) onNext(actionId);
    else requestAnimationFrame(() => row.current?.querySelector<HTMLElement>(FIRST_ASKED)?.focus());
  };
  const keyed = (event: KeyboardEvent<HTMLLIElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      letters.settle();
      const rows = [...document.querySelectorAll<HTMLElement>('[data-earlier]')];
      rows[rows.indexOf(row.current!) + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
      return;
    }
    if (!LETTER.test(event.key)) return letters.settle();
    const outcome = OUTCOMES.find((it) => t(`outcome.key.${it}`) === event.key.toLowerCase());
    if (outcome) event.preventDefault();
    letters.press(event.timeStamp, outcome && (() => say(outcome)));
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
            <span className={sectionTexts.quiet}>
              {[owner?.name, owner?.title ?? owner?.place].filter(Boolean).join(', ')}
              {open.dueOn && ` · ${t('earlier.due', { day: shortDay(open.dueOn, language, today) })}`}
              {late && <span className={styles.late}> · {t('earlier.late')}</span>}
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
      {outcome !== null && <EarlierDetails action={action} late={late} onNext={() => onNext(actionId)} />}
      {outcomeNotes.notes}
      {rowNotes.notes}
      {conflict && <ConflictShown conflict={conflict} />}
      <OtherConflicts at={at} shown={['outcome', ...(outcome ? FIELDS_OF[outcome] : [])]} />
    </li>
  );
});

/** A key that writes one letter; Space presses buttons. */
const LETTER = /^\p{L}$/u;
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
