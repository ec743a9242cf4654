import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { asSeen, useSeen } from '../../api/seen-revision.js';
import { currentLanguage } from '../../words/language.js';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile/changed-meanwhile.js';
import { useSession } from '../../session/session.js';
import { DateField } from '../../parts/date-field/date-field.js';
import { longDay, type Day } from '../../words/dates.js';
import { PersonForm } from './person-form.js';
import type { Person, Role } from './person.js';
import styles from './person.module.css';
import { useSend } from './use-send.js';

interface EndRoleProps {
  readonly person: Person;
  readonly role: Role;
  /** The last day; null when the role ended at once. */
  readonly onDone: (on: Day | null) => void;
  readonly onCancel: () => void;
}

/** The last day of a role: today unless another is said; or its end at once. */
export function EndRole({ person, role, onDone, onCancel }: EndRoleProps) {
  const { t } = useTranslation('person');
  const { today } = useSession().who;
  const [on, setOn] = useState<Day | null>(role.to ?? today);
  const [isMissing, setMissing] = useState(false);
  const { problem, send } = useSend();
  const of = useSeen(person.personId, person);
  const lastDayOf = ({ roles }: Person) => {
    const day = roles.find(({ roleId }) => roleId === role.roleId)?.to;
    return day ? longDay(day, currentLanguage(), today) : '';
  };
  const form = useRef<HTMLFormElement>(null);
  const focusOnField = () => form.current?.querySelector('input')?.focus();
  useEffect(focusOnField, []);
  const path = { personId: person.personId, roleId: role.roleId };
  const submit = () => {
    if (on === null) {
      setMissing(true);
      return focusOnField();
    }
    send(
      () =>
        answered(
          api.PUT('/api/people/{personId}/roles/{roleId}/end', {
            params: { path },
            headers: asSeen(of.seen),
            body: { on },
          }),
        ),
      () => onDone(on),
    );
  };
  const endNow = () =>
    send(
      () =>
        answered(
          api.PUT('/api/people/{personId}/roles/{roleId}/revoked', { params: { path }, headers: asSeen(of.seen) }),
        ),
      () => onDone(null),
    );
  return (
    <PersonForm
      ref={form}
      save={t('end.save')}
      problem={of.isChanged ? undefined : problem}
      otherButtons={
        <Button type="button" variant="secondary" data-color="danger" data-size="sm" onClick={endNow}>
          {t('end.now')}
        </Button>
      }
      onSubmit={submit}
      onCancel={onCancel}
    >
      <DateField
        label={t('end.on')}
        value={on}
        onDay={(day) => {
          setOn(day);
          setMissing(false);
        }}
        around={{ today, prefer: 'nearest' }}
        error={isMissing ? t('end.missing') : undefined}
      />
      <Paragraph data-size="sm" className={styles.quiet}>
        {t('end.leadNow')} {t('end.lead')}
      </Paragraph>
      <ChangedMeanwhile of={of} fields={[[t('end.on'), lastDayOf]]} />
    </PersonForm>
  );
}
