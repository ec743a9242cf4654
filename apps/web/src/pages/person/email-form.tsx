import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#registry/contract/limits';
import { answered, api } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import { asSeen, useSeen } from '../../api/seen-revision.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile/changed-meanwhile.js';
import { LimitedText } from '../../parts/limited-text/limited-text.js';
import { PersonForm } from './person-form.js';
import type { Person } from './person.js';
import { useSend } from './use-send.js';

/** Sets the address to which Samspill sends mail, or takes it away. */
export function EmailForm({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { t } = useTranslation('person');
  const announce = useAnnounce();
  const [typed, setTyped] = useState(person.email ?? '');
  const { problem, send } = useSend();
  const of = useSeen(person.personId, person);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [problem]);
  const wrong = isProblem(problem) ? problem.broken.find(({ at }) => at === 'email')?.detail : undefined;
  const submit = () =>
    send(
      () =>
        answered(
          api.PUT('/api/people/{personId}', {
            params: { path: { personId: person.personId } },
            headers: asSeen(of.seen),
            body: { name: of.seen.name, title: of.seen.title, email: typed.trim() === '' ? null : typed.trim() },
          }),
        ),
      () => {
        announce(t('contact.emailSaved'));
        onClose();
      },
    );
  return (
    <PersonForm
      save={t('contact.save')}
      problem={wrong !== undefined || of.isChanged ? undefined : problem}
      onSubmit={submit}
      onCancel={onClose}
    >
      <LimitedText
        ref={field}
        type="email"
        autoComplete="off"
        label={t('contact.email')}
        description={t('contact.emailDetail')}
        value={typed}
        most={LONGEST.email}
        error={wrong}
        onChange={({ target }) => setTyped(target.value)}
      />
      <ChangedMeanwhile of={of} fields={[[t('contact.email'), ({ email }) => email ?? '']]} />
    </PersonForm>
  );
}
