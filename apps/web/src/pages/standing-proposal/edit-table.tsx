import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '../../parts/person-picker/person-picker.js';
import type { Participant } from './tables.js';
import styles from './standing-proposal.module.css';

interface EditTableProps {
  readonly unitId: string;
  readonly participants: readonly Participant[];
  readonly onSave: (participants: readonly Participant[]) => void;
  readonly onCancel: () => void;
}

/** Takes people out of a list, adds others, and chooses deputies. Nothing is sent before the whole page is accepted. */
export function EditTable({ unitId, participants, onSave, onCancel }: EditTableProps) {
  const { t } = useTranslation('standing-proposal');
  const [seats, setSeats] = useState(participants);
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.querySelector<HTMLElement>('input, button')?.focus(), []);
  const put = (personId: string, change: Partial<Participant>) =>
    setSeats(seats.map((it) => (it.personId === personId ? { ...it, ...change } : it)));
  return (
    <div className={styles.edit} ref={group} role="group" aria-label={t('editing')}>
      <ul className={styles.seats}>
        {seats.map(({ personId, name, deputyName }) => (
          <li key={personId}>
            <span>{name}</span>
            <PersonPicker
              unitId={unitId}
              label={t('deputyOf', { name })}
              name={deputyName ?? ''}
              except={personId}
              onPick={(person) =>
                put(personId, { deputyId: person?.personId ?? null, deputyName: person?.name ?? null })
              }
            />
            <Button
              type="button"
              variant="tertiary"
              data-size="sm"
              onClick={() => setSeats(seats.filter((it) => it.personId !== personId))}
            >
              {t('remove')} <span className="only-for-readers">{name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <PersonPicker
        key={seats.length}
        unitId={unitId}
        label={t('add')}
        name=""
        onPick={(person) => {
          if (!person || seats.some(({ personId }) => personId === person.personId)) return;
          const { personId, name, title } = person;
          setSeats([...seats, { personId, name, title, deputyId: null, deputyName: null, reasons: [] }]);
        }}
      />
      <div className={styles.buttons}>
        <Button type="button" variant="secondary" data-size="sm" onClick={() => onSave(seats)}>
          {t('use')}
        </Button>
        <Button type="button" variant="tertiary" data-size="sm" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
