import { Button, Select } from '@digdir/designsystemet-react';
import { ArrowDownIcon, ArrowUpIcon, FilesIcon, XMarkIcon } from '@navikt/aksel-icons';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { understandHours, understandKroner } from '../../../words/typed/understand-amount.js';
import { helperInWords, useMatterInWords } from '../action-in-words.js';
import type { DraftAction } from '../draft/draft.js';
import { AmountField } from '../fields/amount-field.js';
import { CodeSelect } from '../fields/code-select.js';
import { HelperCombobox, type Helper } from '../fields/helper-combobox.js';
import { usePresentPeople } from './present-people.js';
import { useDraftField, useEditing, useMeetingDay, useNames } from './editing.js';
import { useFieldNotes } from './field-notes.js';
import { TextLine } from './text-line.js';
import styles from './action-more.module.css';

interface ActionMoreProps {
  readonly id: string;
  readonly action: DraftAction;
  readonly number: number;
  readonly write: (fields: Partial<DraftAction>) => void;
  readonly onClose: () => void;
  readonly onCopy: () => void;
  readonly onMove: (by: -1 | 1) => void;
}

/** Details of an action below its line: helpers, resources, description; and commands on the row. */
export function ActionMore({ id, action, number, write, onClose, onCopy, onMove }: ActionMoreProps) {
  const { t } = useTranslation('meeting');
  const at = `actions.${action.actionId}`;
  const label = (field: string) => t('action.labelled', { field: t(`more.${field}`), number });
  const resources = useFieldNotes(`${at}.resources`);
  const approach = useFieldNotes(`${at}.approach`);
  const spend = (part: 'nok' | 'hours') => (amount: number | null) => {
    const spent = { nok: null, hours: null, ...action.resources, [part]: amount };
    write({ resources: spent.nok === null && spent.hours === null ? null : spent });
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <div id={id} className={styles.more} role="group" aria-label={t('more.about', { number })} onKeyDown={keyed}>
      <Labelled text={t('more.contributors')}>
        <Helpers action={action} label={label('contributors')} write={write} />
      </Labelled>
      <Labelled text={t('more.nok')}>
        <AmountField
          label={label('nok')}
          wrong={t('more.notKroner')}
          place={`${at}.resources`}
          understand={understandKroner}
          value={action.resources?.nok ?? null}
          faulty={resources.faulty}
          describedBy={resources.id}
          onAmount={spend('nok')}
        />
      </Labelled>
      <Labelled text={t('more.hours')}>
        <AmountField
          label={label('hours')}
          wrong={t('more.notHours')}
          place={`${at}.resources.hours`}
          understand={understandHours}
          value={action.resources?.hours ?? null}
          onAmount={spend('hours')}
        />
      </Labelled>
      <Labelled text={t('more.approach')}>
        <CodeSelect
          of="approach"
          label={label('approach')}
          place={`${at}.approach`}
          value={action.approach}
          faulty={approach.faulty}
          describedBy={approach.id}
          onCode={(code) => write({ approach: code })}
        />
        {approach.notes}
      </Labelled>
      <Labelled text={t('more.matterId')}>
        <MatterSelect action={action} label={label('matterId')} write={write} />
      </Labelled>
      <Labelled text={t('more.wantedEffect')} className={styles.effect}>
        <TextLine
          at={`${at}.wantedEffect`}
          value={action.wantedEffect}
          label={label('wantedEffect')}
          grows
          onText={(wantedEffect) => write({ wantedEffect })}
        />
      </Labelled>
      {resources.notes && <div className={styles.notes}>{resources.notes}</div>}
      <div className={styles.handling}>
        <Button data-size="sm" variant="tertiary" aria-keyshortcuts="Control+D" onClick={onCopy}>
          <FilesIcon aria-hidden /> {t('more.copy')}
        </Button>
        <Button data-size="sm" variant="tertiary" aria-keyshortcuts="Alt+ArrowUp" onClick={() => onMove(-1)}>
          <ArrowUpIcon aria-hidden /> {t('more.up')}
        </Button>
        <Button data-size="sm" variant="tertiary" aria-keyshortcuts="Alt+ArrowDown" onClick={() => onMove(1)}>
          <ArrowDownIcon aria-hidden /> {t('more.down')}
        </Button>
      </div>
    </div>
  );
}

/** A field with its visible name above; the field has its own accessible name. */
function Labelled({
  text,
  className,
  children,
}: {
  readonly text: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className={className}>
      <span aria-hidden>{text}</span>
      {children}
    </div>
  );
}

function Helpers({
  action: { actionId, ownerId, contributors },
  label,
  write,
}: {
  readonly action: DraftAction;
  readonly label: string;
  readonly write: (fields: Partial<DraftAction>) => void;
}) {
  const { t } = useTranslation('meeting');
  const { unitId, remember, rememberService } = useEditing();
  const meetingDay = useMeetingDay();
  const atTable = usePresentPeople();
  const names = useNames();
  const box = useRef<HTMLDivElement>(null);
  const place = `actions.${actionId}.contributors`;
  const notes = useFieldNotes(place);
  const add = (helper: Helper) => {
    const added =
      'person' in helper
        ? { personId: helper.person.personId, serviceId: helper.person.serviceId }
        : { personId: null, serviceId: helper.service.serviceId };
    if ('person' in helper) remember(helper.person);
    else rememberService(helper.service);
    const known = contributors.some((it) => it.personId === added.personId && it.serviceId === added.serviceId);
    if (!known) write({ contributors: [...contributors, added] });
  };
  const remove = (at: number) => {
    write({ contributors: contributors.toSpliced(at, 1) });
    box.current?.querySelector('input')?.focus();
  };
  return (
    <div ref={box}>
      {contributors.length > 0 && (
        <ul className={styles.helpers}>
          {contributors.map((helper, i) => {
            const name = helperInWords(helper, names);
            return (
              <li key={`${helper.personId} ${helper.serviceId}`} data-place={`${place}.${i}`}>
                {name}
                <Button
                  icon
                  data-size="sm"
                  variant="tertiary"
                  aria-label={t('more.removeHelper', { name })}
                  onClick={() => remove(i)}
                >
                  <XMarkIcon aria-hidden />
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <HelperCombobox
        unitId={unitId}
        on={meetingDay}
        nearest={atTable}
        except={ownerId ?? undefined}
        label={label}
        place={place}
        placeholder={t('more.helperLetters')}
        faulty={notes.faulty}
        describedBy={notes.id}
        onPick={add}
      />
      {notes.notes}
    </div>
  );
}

/** A select for the matter that the action results from. */
function MatterSelect({
  action: { actionId, matterId },
  label,
  write,
}: {
  readonly action: DraftAction;
  readonly label: string;
  readonly write: (fields: Partial<DraftAction>) => void;
}) {
  const { t } = useTranslation('meeting');
  const matters = useDraftField('matters');
  const inWords = useMatterInWords();
  const place = `actions.${actionId}.matterId`;
  const notes = useFieldNotes(place);
  return (
    <>
      <Select
        aria-label={label}
        aria-invalid={notes.faulty || undefined}
        aria-describedby={notes.id}
        data-place={place}
        width="full"
        value={matterId ?? ''}
        onChange={(event) => write({ matterId: event.target.value === '' ? null : event.target.value })}
      >
        <Select.Option value="">{t('more.noMatter')}</Select.Option>
        {matterId !== null && !matters.some((it) => it.matterId === matterId) && (
          <Select.Option value={matterId}>{t('more.goneMatter')}</Select.Option>
        )}
        {matters.map((matter, i) => (
          <Select.Option key={matter.matterId} value={matter.matterId}>
            {`${i + 1}. ${inWords(matter)}`}
          </Select.Option>
        ))}
      </Select>
      {notes.notes}
    </>
  );
}
