import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { asSeen, useSeen } from '../../api/seen-revision.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile/changed-meanwhile.js';
import { DateField } from '../../parts/date-field/date-field.js';
import { Section } from '../../parts/section/section.js';
import { useSession } from '../../session/session.js';
import { longDay, type Day } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { LeftBehind } from './left-behind.js';
import { PersonForm } from './person-form.js';
import type { Person } from './person.js';
import styles from './person.module.css';
import { useSend } from './use-send.js';

/** The last day of a person who leaves: all roles end at once. Draws nothing for one without a role. */
export function Leave({ person }: { readonly person: Person }) {
  const { t } = useTranslation('person');
  const { today } = useSession().who;
  const [isAsking, setAsking] = useState(false);
  const [cameBack, setCameBack] = useState(false);
  const hasRole = person.roles.some(({ from, to }) => to === null || (to >= today && to >= from));
  if (!hasRole && !isAsking) return null;
  return (
    <Section id="leaving" title={t('leave.title')} lead={t('leave.lead')}>
      {isAsking ? (
        <LeaveForm
          person={person}
          onClose={() => {
            setAsking(false);
            setCameBack(true);
          }}
        />
      ) : (
        <div className={styles.buttons}>
          <Button variant="secondary" data-size="sm" autoFocus={cameBack} onClick={() => setAsking(true)}>
            {t('leave.open')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function LeaveForm({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { t } = useTranslation('person');
  const { today } = useSession().who;
  const announce = useAnnounce();
  const [on, setOn] = useState<Day | null>(null);
  const [tried, setTried] = useState(false);
  const { problem, send } = useSend();
  const of = useSeen(person.personId, person);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [problem]);
  const { personId } = person;
  const submit = () => {
    setTried(true);
    if (on === null) return field.current?.focus();
    const params = { path: { personId } };
    send(
      () => answered(api.PUT('/api/people/{personId}/leaving', { params, headers: asSeen(of.seen), body: { on } })),
      () => {
        announce(t('leave.done', { day: longDay(on, currentLanguage(), today) }));
        onClose();
      },
    );
  };
  return (
    <PersonForm
      save={t('leave.save')}
      color="danger"
      problem={of.isChanged ? undefined : problem}
      onSubmit={submit}
      onCancel={onClose}
    >
      <DateField
        ref={field}
        label={t('leave.on')}
        value={on}
        onDay={setOn}
        around={{ today, prefer: 'nearest' }}
        error={tried && on === null ? t('leave.missing') : undefined}
      />
      <Paragraph data-size="sm">{t('leave.detail')}</Paragraph>
      <LeftBehind personId={personId} />
      <ChangedMeanwhile of={of} fields={[[t('roles.title'), ({ roles }) => String(roles.length)]]} />
    </PersonForm>
  );
}
