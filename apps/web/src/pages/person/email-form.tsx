import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import { asSeen, useSeen } from '../../api/seen-revision.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile/changed-meanwhile.js';
import { LimitedText } from '../../parts/limited-text/limited-text.js';
import { ProblemShown } from '../../parts/states/states.js';
import type { Person } from './person.js';
import styles from './person.module.css';
import { useSend } from './use-send.js';

/** The maximum length that the API accepts. */
const LONGEST_EMAIL = 254;

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
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <LimitedText
        ref={field}
        type="email"
        autoComplete="off"
        label={t('contact.email')}
        description={t('contact.emailDetail')}
        value={typed}
        most={LONGEST_EMAIL}
        error={wrong}
        onChange={({ target }) => setTyped(target.value)}
      />
      <ChangedMeanwhile of={of} fields={[[t('contact.email'), ({ email }) => email ?? '']]} />
      {problem !== undefined && wrong === undefined && !of.isChanged && <ProblemShown problem={problem} />}
      <div className={styles.buttons}>
        <Button type="submit" data-size="sm">
          {t('contact.save')}
        </Button>
        <Button type="button" variant="tertiary" data-size="sm" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
