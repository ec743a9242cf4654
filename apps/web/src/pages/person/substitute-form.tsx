import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { useSession } from '../../session/session.js';
import { DateField } from '../../parts/date-field/date-field.js';
import { PersonOfRegister, type Known } from '../../parts/person-picker/person-of-register.js';
import type { Day } from '../../words/dates.js';
import { PersonForm } from './person-form.js';
import type { Person, Role } from './person.js';
import { useSend } from './use-send.js';

interface SubstituteFormProps {
  /** The person who is away. */
  readonly person: Person;
  readonly role: Role;
  readonly onDone: (name: string) => void;
  readonly onCancel: () => void;
}

/** Form that names a substitute, from a day to a day. */
export function SubstituteForm({ person, role, onDone, onCancel }: SubstituteFormProps) {
  const { t } = useTranslation('person');
  const { today } = useSession().who;
  const [substitute, setSubstitute] = useState<Known>();
  const [from, setFrom] = useState<Day | null>(role.from > today ? role.from : today);
  const [to, setTo] = useState<Day | null>(null);
  const [tried, setTried] = useState(false);
  const { problem, send } = useSend();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const submit = () => {
    setTried(true);
    if (!substitute || from === null || to === null)
      return form.current?.querySelectorAll('input')[!substitute ? 0 : from === null ? 1 : 2]?.focus();
    send(
      () =>
        answered(
          api.POST('/api/people/{personId}/roles/{roleId}/substitutes', {
            params: { path: { personId: person.personId, roleId: role.roleId } },
            body: { substituteId: substitute.personId, from, to },
          }),
        ),
      () => onDone(substitute.name),
    );
  };
  return (
    <PersonForm ref={form} save={t('substitutes.save')} problem={problem} onSubmit={submit} onCancel={onCancel}>
      <PersonOfRegister
        label={t('substitutes.who')}
        chosen={substitute}
        error={tried && !substitute ? t('substitutes.whoMissing') : undefined}
        onChange={setSubstitute}
      />
      <DateField
        label={t('substitutes.from')}
        value={from}
        onDay={setFrom}
        around={{ today, prefer: 'nearest' }}
        error={tried && from === null ? t('substitutes.fromMissing') : undefined}
      />
      <DateField
        label={t('substitutes.to')}
        value={to}
        onDay={setTo}
        around={{ today, prefer: 'coming' }}
        error={tried && to === null ? t('substitutes.toMissing') : undefined}
      />
    </PersonForm>
  );
}
