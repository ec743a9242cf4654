import { Button, ValidationMessage } from '@digdir/designsystemet-react';
import { XMarkIcon } from '@navikt/aksel-icons';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftAction } from '../draft/draft.js';
import { CodeSelect } from '../fields/code-select.js';
import { DateField } from '../fields/date-field.js';
import { PersonCombobox } from '../../../parts/person-picker/person-combobox.js';
import { ActionDetailsLine } from './action-details-line.js';
import { useConflict, useEditing, useMeetingDay, useRowWriter } from './editing.js';
import { ConflictShown, OtherConflicts, useFieldNotes } from './field-notes.js';
import { usePresentPeople } from './present-people.js';
import { focusNextRow, rowKeys } from './row-keys.js';
import { useDateContext } from './date-context.js';
import { TextLine } from './text-line.js';
import { useMore } from './use-more.js';
import styles from './table-rows.module.css';

interface ActionRowProps {
  readonly action: DraftAction;
  readonly number: number;
  /** Shown until a user chooses; not part of the draft. */
  readonly proposedLevel: string | null;
  readonly proposedCategory: string | null;
  /** The empty row below the others. */
  readonly isEmpty: boolean;
  /** Receives the first input in the empty row. */
  readonly onFirst: ((fields: Partial<DraftAction>) => void) | undefined;
  readonly onCopy: (actionId: string) => void;
  readonly onMove: (actionId: string, by: -1 | 1) => void;
  readonly onRemove: (actionId: string) => void;
}

/** One action on one line; a card on a narrow screen. */
export const ActionRow = memo(function ActionRow(props: ActionRowProps) {
  const { action, number, proposedLevel, proposedCategory, isEmpty, onFirst, onCopy, onMove, onRemove } = props;
  const { t } = useTranslation('meeting');
  const { unitId, nameOf, remember } = useEditing();
  const meetingDay = useMeetingDay();
  const atTable = usePresentPeople();
  const around = useDateContext();
  const { actionId } = action;
  const at = `actions.${actionId}`;
  const change = useRowWriter('actions', actionId);
  const write = onFirst ?? change;
  const owner = useFieldNotes(`${at}.ownerId`);
  const due = useFieldNotes(`${at}.dueOn`);
  const followUp = useFieldNotes(`${at}.followUpOn`);
  const level = useFieldNotes(`${at}.level`);
  const category = useFieldNotes(`${at}.category`);
  const conflict = useConflict(at);
  const more = useMore(actionId);
  const isOpen = more.Open !== undefined && !isEmpty;
  const label = (field: string) => t('action.labelled', { field: t(`action.${field}`), number });
  const keyed = rowKeys({
    onEnter: () => {
      if (!isEmpty) focusNextRow(actionId);
    },
    ...(!isEmpty && {
      onCopy: () => onCopy(actionId),
      onMove: (by: -1 | 1) => onMove(actionId, by),
      onMore: more.turn,
    }),
  });
  return (
    <div
      className={styles.actionRow}
      data-row={actionId}
      data-place={at}
      data-empty={isEmpty || undefined}
      role="group"
      aria-label={isEmpty ? t('action.new') : t('action.number', { number })}
      onKeyDown={keyed}
    >
      <div className={styles.cell}>
        <span className={styles.narrowLabel} aria-hidden>
          {t('action.text')}
        </span>
        <TextLine
          at={`${at}.text`}
          value={action.text}
          label={label('text')}
          isFirst={isEmpty}
          begins
          grows
          {...(isEmpty && { placeholder: t('action.placeholder') })}
          onText={(text) => write({ text })}
        />
      </div>
      <div className={styles.cell}>
        <span className={styles.narrowLabel} aria-hidden>
          {t('action.owner')}
        </span>
        <PersonCombobox
          unitId={unitId}
          on={meetingDay}
          nearest={atTable}
          name={action.ownerId ? (nameOf(action.ownerId)?.name ?? t('person.unknown')) : ''}
          label={label('owner')}
          place={`${at}.ownerId`}
          faulty={owner.faulty}
          describedBy={owner.id}
          {...(isEmpty && { placeholder: t('person.letters') })}
          onPick={(person) => {
            if (person) remember(person);
            write({ ownerId: person?.personId ?? null, ownerServiceId: person?.serviceId ?? null });
          }}
        />
        {owner.notes}
      </div>
      <div className={styles.cell}>
        <span className={styles.narrowLabel} aria-hidden>
          {t('action.dueOn')}
        </span>
        <DateField
          label={label('dueOn')}
          place={`${at}.dueOn`}
          value={action.dueOn}
          around={around}
          faulty={due.faulty}
          describedBy={due.id}
          onDay={(dueOn) => write({ dueOn })}
        />
        {due.notes}
      </div>
      <div className={styles.cell}>
        <span className={styles.narrowLabel} aria-hidden>
          {t('action.followUpOn')}
        </span>
        <DateField
          label={label('followUpOn')}
          place={`${at}.followUpOn`}
          value={action.followUpOn}
          around={around}
          faulty={followUp.faulty}
          describedBy={followUp.id}
          onDay={(followUpOn) => write({ followUpOn })}
        />
        {followUp.notes}
      </div>
      <div className={styles.cell}>
        <span className={styles.narrowLabel} aria-hidden>
          {t('action.level')}
        </span>
        <CodeSelect
          of="level"
          label={label('level')}
          place={`${at}.level`}
          value={action.level}
          proposed={proposedLevel}
          faulty={level.faulty}
          describedBy={level.id}
          onCode={(code) => write({ level: code })}
        />
        {level.notes}
      </div>
      <div className={styles.cell}>
        <span className={styles.narrowLabel} aria-hidden>
          {t('action.category')}
        </span>
        <CodeSelect
          of="category"
          label={label('category')}
          place={`${at}.category`}
          value={action.category}
          proposed={proposedCategory}
          faulty={category.faulty}
          describedBy={category.id}
          onCode={(code) => write({ category: code })}
        />
        {category.notes}
      </div>
      <div className={styles.rowEnd}>
        {!isEmpty && (
          <>
            <Button
              data-size="sm"
              variant="tertiary"
              data-color="neutral"
              data-more
              aria-expanded={isOpen}
              aria-controls={more.id}
              aria-keyshortcuts="Alt+M"
              aria-label={t('more.about', { number })}
              onClick={more.turn}
            >
              {t('more.title')}
            </Button>
            <Button
              icon
              data-size="sm"
              variant="tertiary"
              aria-label={t('action.remove', { number })}
              onClick={() => onRemove(actionId)}
            >
              <XMarkIcon aria-hidden />
            </Button>
          </>
        )}
      </div>
      {more.Open && !isEmpty ? (
        <more.Open
          id={more.id}
          action={action}
          number={number}
          write={write}
          onClose={more.turn}
          onCopy={() => onCopy(actionId)}
          onMove={(by) => onMove(actionId, by)}
        />
      ) : (
        <ActionDetailsLine action={action} />
      )}
      {more.isOutOfReach && (
        <div role="alert" className={styles.allColumns}>
          <ValidationMessage data-size="sm">{t('more.outOfReach')}</ValidationMessage>
        </div>
      )}
      {conflict && <ConflictShown conflict={conflict} />}
      <OtherConflicts at={at} shown={isOpen ? [...ON_THE_LINE, ...IN_MORE] : ON_THE_LINE} />
    </div>
  );
});

const ON_THE_LINE = ['text', 'ownerId', 'dueOn', 'followUpOn', 'level', 'category'] as const;
const IN_MORE = ['contributors', 'resources', 'approach', 'wantedEffect', 'matterId'] as const;
