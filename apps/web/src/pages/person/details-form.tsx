import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#registry/contract/limits';
import { answered, api } from '../../api/client.js';
import { asSeen, useSeen } from '../../api/seen-revision.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile/changed-meanwhile.js';
import { LimitedText } from '../../parts/limited-text/limited-text.js';
import { PersonForm } from './person-form.js';
import type { Person } from './person.js';
import { useSend } from './use-send.js';

/** Sets the name and the title at work. */
export function DetailsForm({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { t } = useTranslation('person');
  const announce = useAnnounce();
  const [name, setName] = useState(person.name);
  const [title, setTitle] = useState(person.title ?? '');
  const [tried, setTried] = useState(false);
  const { problem, send } = useSend();
  const of = useSeen(person.personId, person);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [problem]);
  const isNameMissing = tried && name.trim() === '';
  const submit = () => {
    setTried(true);
    if (name.trim() === '') return field.current?.focus();
    const { email = null } = of.seen;
    const body = { name: name.trim(), title: title.trim() === '' ? null : title.trim(), email };
    const params = { path: { personId: person.personId } };
    send(
      () => answered(api.PUT('/api/people/{personId}', { params, headers: asSeen(of.seen), body })),
      () => {
        announce(t('details.saved'));
        onClose();
      },
    );
  };
  return (
    <PersonForm
      save={t('details.save')}
      problem={of.isChanged ? undefined : problem}
      onSubmit={submit}
      onCancel={onClose}
    >
      <LimitedText
        ref={field}
        autoComplete="off"
        label={t('details.name')}
        value={name}
        most={LONGEST.name}
        error={isNameMissing ? t('details.nameMissing') : undefined}
        onChange={({ target }) => setName(target.value)}
      />
      <LimitedText
        autoComplete="off"
        label={t('details.title')}
        description={t('details.titleDetail')}
        value={title}
        most={LONGEST.title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <ChangedMeanwhile
        of={of}
        fields={[
          [t('details.name'), (it) => it.name],
          [t('details.title'), (it) => it.title ?? ''],
        ]}
      />
    </PersonForm>
  );
}
