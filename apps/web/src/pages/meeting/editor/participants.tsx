import { Button, Checkbox } from '@digdir/designsystemet-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftParticipant } from '../draft/draft.js';
import { PersonCombobox } from '../../../parts/person-picker/person-combobox.js';
import type { Candidate } from '../../../parts/person-picker/match.js';
import { useConflict, useDraftField, useEditing, useMeetingDay, useRowWriter } from './editing.js';
import { ConflictShown, OtherConflicts, useFieldNotes } from './field-notes.js';
import { Section } from './section.js';
import styles from './participants.module.css';
import sectionTexts from './section-texts.module.css';

/** Attendance: standing participants are ticked; others are added by two letters. */
export function Participants() {
  const { t } = useTranslation('meeting');
  const { store, unitId, remember } = useEditing();
  const meetingDay = useMeetingDay();
  const participants = useDraftField('participants');
  const [adding, setAdding] = useState(false);
  const add = (person: Candidate | null) => {
    if (!person) return;
    remember(person);
    setAdding(false);
    store.edit((draft) =>
      draft.participants.some(({ personId }) => personId === person.personId)
        ? draft
        : { ...draft, participants: [...draft.participants, seatOf(person)] },
    );
  };
  return (
    <Section
      of="participants"
      number={1}
      beside={
        <span className={styles.sectionActions}>
          <Button
            data-size="sm"
            variant="tertiary"
            onClick={() =>
              store.edit((draft) => ({
                ...draft,
                participants: draft.participants.map((it) => ({ ...it, attendance: 'present', deputyId: null })),
              }))
            }
          >
            {t('participants.everyone')}
          </Button>
          <Button data-size="sm" variant="tertiary" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            {t('participants.add')}
          </Button>
        </span>
      }
    >
      {adding && (
        <div className={styles.adding}>
          <PersonCombobox
            unitId={unitId}
            on={meetingDay}
            name=""
            label={t('participants.who')}
            placeholder={t('person.letters')}
            onPick={add}
          />
        </div>
      )}
      <ul className={styles.participants}>
        {participants.map((participant, i) => (
          <Participant key={participant.personId} participant={participant} isFirst={i === 0} />
        ))}
      </ul>
    </Section>
  );
}

const seatOf = ({ personId, role, unitId, serviceId }: Candidate): DraftParticipant => ({
  personId,
  role,
  unitId,
  serviceId: unitId === null ? serviceId : null,
  attendance: 'present',
  deputyId: null,
});

const Participant = memo(function Participant({
  participant,
  isFirst,
}: {
  readonly participant: DraftParticipant;
  readonly isFirst: boolean;
}) {
  const { t } = useTranslation(['meeting', 'parts']);
  const { unitId, nameOf, remember } = useEditing();
  const meetingDay = useMeetingDay();
  const { personId, serviceId, attendance, deputyId } = participant;
  const at = `participants.${personId}`;
  const write = useRowWriter('participants', personId);
  const notes = useFieldNotes(`${at}.attendance`);
  const conflict = useConflict(at);
  const [choosing, setChoosing] = useState(false);
  const person = nameOf(personId);
  const name = person?.name ?? t('person.unknown');
  const away = attendance === 'absent' || attendance === 'deputy';
  return (
    <li className={styles.participant} data-place={at}>
      <Checkbox
        data-size="sm"
        data-place={`${at}.attendance`}
        {...(isFirst && { 'data-first': true })}
        aria-describedby={notes.id}
        aria-invalid={notes.faulty || undefined}
        checked={attendance === 'present'}
        onChange={(event) => {
          setChoosing(false);
          write({ attendance: event.target.checked ? 'present' : 'absent', deputyId: null });
        }}
        label={
          <>
            {name}{' '}
            <small className={sectionTexts.quiet}>
              {person?.title ?? (person?.role ? t(`parts:roles.${person.role}`) : '')}
              {person?.place && serviceId !== null ? ` · ${person.place}` : ''}
            </small>
          </>
        }
      />
      {away && (
        <span className={styles.away}>
          {attendance === 'deputy' && deputyId
            ? t('participants.deputy', { name: nameOf(deputyId)?.name ?? t('person.unknown') })
            : t('participants.absent')}{' '}
          <Button
            data-size="sm"
            variant="tertiary"
            aria-expanded={choosing}
            aria-label={`${t('participants.withDeputy')}: ${name}`}
            onClick={() => setChoosing(!choosing)}
          >
            {t('participants.withDeputy')}
          </Button>
        </span>
      )}
      {choosing && away && (
        <PersonCombobox
          unitId={unitId}
          on={meetingDay}
          name={nameOf(deputyId)?.name ?? ''}
          label={t('participants.deputyFor', { name })}
          place={`${at}.deputyId`}
          placeholder={t('person.letters')}
          onPick={(deputy) => {
            if (!deputy) return write({ attendance: 'absent', deputyId: null });
            remember(deputy);
            setChoosing(false);
            write({ attendance: 'deputy', deputyId: deputy.personId });
          }}
        />
      )}
      {notes.notes}
      {conflict && <ConflictShown conflict={conflict} />}
      <OtherConflicts at={at} shown={['attendance']} />
    </li>
  );
});
