import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#registry/contract/limits';
import { answered, api } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import { asSeen, useSeen } from '../../api/seen-revision.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile/changed-meanwhile.js';
import { LimitedText } from '../../parts/limited-text/limited-text.js';
import { Phone } from '../../parts/phone/phone.js';
import { Section } from '../../parts/section/section.js';
import { phoneInWords } from '../../words/phones.js';
import { PersonForm } from './person-form.js';
import type { Person } from './person.js';
import styles from './person.module.css';
import { DetailsForm } from './details-form.js';
import { EmailForm } from './email-form.js';
import { useSend } from './use-send.js';

type Field = 'details' | 'phone' | 'email';

/** Contact details of the person, for users who manage the registry, who set them here. */
export function Contact({ person }: { readonly person: Person }) {
  const { t } = useTranslation('person');
  const [changing, setChanging] = useState<Field>();
  const [cameBackFrom, setCameBackFrom] = useState<Field>();
  const { email, phone } = person;
  const close = () => {
    setCameBackFrom(changing);
    setChanging(undefined);
  };
  return (
    <Section id="contact" title={t('contact.title')}>
      {changing === 'details' ? (
        <DetailsForm person={person} onClose={close} />
      ) : (
        <>
          <Paragraph>{[person.name, person.title ?? t('details.noTitle')].join(', ')}</Paragraph>
          <div className={styles.buttons}>
            <Button
              variant="secondary"
              data-size="sm"
              autoFocus={cameBackFrom === 'details'}
              onClick={() => setChanging('details')}
            >
              {t('details.change')}
            </Button>
          </div>
        </>
      )}
      {changing === 'email' ? (
        <EmailForm person={person} onClose={close} />
      ) : (
        <>
          {email ? (
            <Paragraph>
              <a href={`mailto:${email}`} className={styles.mail}>
                {email}
              </a>
            </Paragraph>
          ) : (
            <Paragraph className={styles.quiet}>{t('contact.noEmail')}</Paragraph>
          )}
          <div className={styles.buttons}>
            <Button
              variant="secondary"
              data-size="sm"
              autoFocus={cameBackFrom === 'email'}
              onClick={() => setChanging('email')}
            >
              {t(email ? 'contact.changeEmail' : 'contact.addEmail')}
            </Button>
          </div>
        </>
      )}
      {changing === 'phone' ? (
        <PhoneForm person={person} onClose={close} />
      ) : (
        <>
          {phone ? (
            <Paragraph>
              <Phone phone={phone} />
            </Paragraph>
          ) : (
            <Paragraph className={styles.quiet}>{t('contact.noPhone')}</Paragraph>
          )}
          <div className={styles.buttons}>
            <Button
              variant="secondary"
              data-size="sm"
              autoFocus={cameBackFrom === 'phone'}
              onClick={() => setChanging('phone')}
            >
              {t(phone ? 'contact.change' : 'contact.add')}
            </Button>
          </div>
        </>
      )}
    </Section>
  );
}

function PhoneForm({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { t } = useTranslation('person');
  const announce = useAnnounce();
  const [typed, setTyped] = useState(person.phone ? phoneInWords(person.phone) : '');
  const { problem, send } = useSend();
  const of = useSeen(person.personId, person);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [problem]);
  const wrong = isProblem(problem) ? problem.broken.find(({ at }) => at === 'phone')?.detail : undefined;
  const submit = () =>
    send(
      () =>
        answered(
          api.PUT('/api/people/{personId}/phone', {
            params: {
              path: { personId: person.personId },
            },
            headers: asSeen(of.seen),
            body: { phone: typed.trim() === '' ? null : typed.trim() },
          }),
        ),
      () => {
        announce(t('contact.saved'));
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
        type="tel"
        autoComplete="off"
        label={t('contact.phone')}
        description={t('contact.phoneDetail')}
        value={typed}
        most={LONGEST.phone}
        error={wrong}
        onChange={({ target }) => setTyped(target.value)}
      />
      <ChangedMeanwhile of={of} fields={[[t('contact.phone'), ({ phone }) => (phone ? phoneInWords(phone) : '')]]} />
    </PersonForm>
  );
}
