import { Checkbox, Details, Input } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#meetings/domain/draft';
import { currentLanguage } from '../../../words/language.js';
import { longDay, timeOfDay } from '../../../words/dates.js';
import type { Draft } from '../draft/draft.js';
import { understandTime } from '../../../words/typed/understand-time.js';
import { DateField } from '../fields/date-field.js';
import { PersonCombobox } from '../../../parts/person-picker/person-combobox.js';
import { useDraftField, useEditing, useMeetingDay } from './editing.js';
import { useFieldNotes } from './field-notes.js';
import { useDateContext } from './date-context.js';
import { usePresentPeople } from './present-people.js';
import { TextLine } from './text-line.js';
import styles from './about-meeting.module.css';

/** Day, times, place, chair and minute taker: as planned, and collapsed until something differs. */
export function AboutMeeting() {
  const { t } = useTranslation('meeting');
  const { store, today, nameOf } = useEditing();
  const language = currentLanguage();
  const heldOn = useDraftField('heldOn');
  const startedAt = useDraftField('startedAt');
  const place = useDraftField('place');
  const digital = useDraftField('digital');
  const chairId = useDraftField('chairId');
  const around = { ...useDateContext(), prefer: 'nearest' as const };
  const day = useFieldNotes('heldOn');
  const set = (fields: Partial<Draft>) => store.edit((draft) => ({ ...draft, ...fields }));
  const summary = [
    heldOn && longDay(heldOn, language, today),
    startedAt && t('about.at', { time: timeOfDay(startedAt, language) }),
    digital ? t('about.digital') : place,
    chairId && t('about.ledBy', { name: nameOf(chairId)?.name ?? '' }),
  ];
  return (
    <Details className={styles.about} data-size="sm">
      <Details.Summary>
        {t('about.title')}: {summary.filter(Boolean).join(' · ')}
      </Details.Summary>
      <Details.Content>
        <div className={styles.aboutFields} data-size="sm">
          <div>
            <span aria-hidden>{t('about.heldOn')}</span>
            <DateField
              label={t('about.heldOn')}
              place="heldOn"
              value={heldOn}
              around={around}
              faulty={day.faulty}
              describedBy={day.id}
              onDay={(on) => set({ heldOn: on })}
            />
            {day.notes}
          </div>
          <TimeField of="startedAt" onTime={(time) => set({ startedAt: time })} />
          <TimeField of="endedAt" onTime={(time) => set({ endedAt: time })} />
          <div>
            <span aria-hidden>{t('about.place')}</span>
            <TextLine
              at="place"
              value={place}
              label={t('about.place')}
              longest={LONGEST.place}
              onText={(text) => set({ place: text })}
            />
          </div>
          <PersonLine of="chairId" />
          <PersonLine of="minuteTakerId" />
          <Checkbox
            data-place="digital"
            label={t('about.digital')}
            checked={digital}
            onChange={(event) => set({ digital: event.target.checked })}
          />
        </div>
      </Details.Content>
    </Details>
  );
}

function PersonLine({ of }: { readonly of: 'chairId' | 'minuteTakerId' }) {
  const { t } = useTranslation('meeting');
  const { store, unitId, nameOf, remember } = useEditing();
  const meetingDay = useMeetingDay();
  const atTable = usePresentPeople();
  const id = useDraftField(of);
  const notes = useFieldNotes(of);
  return (
    <div>
      <span aria-hidden>{t(`about.${of}`)}</span>
      <PersonCombobox
        unitId={unitId}
        on={meetingDay}
        nearest={atTable}
        name={id ? (nameOf(id)?.name ?? t('person.unknown')) : ''}
        label={t(`about.${of}`)}
        place={of}
        faulty={notes.faulty}
        describedBy={notes.id}
        placeholder={t('person.letters')}
        onPick={(person) => {
          if (person) remember(person);
          store.edit((draft) => ({ ...draft, [of]: person?.personId ?? null }));
        }}
      />
      {notes.notes}
    </div>
  );
}

/** A time of day in common notation: 12.30, 1230, 9. */
function TimeField({
  of,
  onTime,
}: {
  readonly of: 'startedAt' | 'endedAt';
  readonly onTime: (time: string | null) => void;
}) {
  const { t } = useTranslation('meeting');
  const value = useDraftField(of);
  const notes = useFieldNotes(of);
  const [typed, setTyped] = useState<string>();
  const wrong = typed !== undefined && typed.trim() !== '' && understandTime(typed) === null;
  return (
    <div>
      <span aria-hidden>{t(`about.${of}`)}</span>
      <Input
        aria-label={t(`about.${of}`)}
        aria-invalid={notes.faulty || wrong || undefined}
        aria-describedby={notes.id}
        autoComplete="off"
        inputMode="numeric"
        data-place={of}
        value={typed ?? (value ? timeOfDay(value, currentLanguage()) : '')}
        onChange={(event) => {
          setTyped(event.target.value);
          onTime(understandTime(event.target.value));
        }}
        onBlur={() => {
          if (!wrong) setTyped(undefined);
        }}
      />
      {notes.notes}
    </div>
  );
}
