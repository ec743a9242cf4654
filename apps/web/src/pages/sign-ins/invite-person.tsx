import { Button, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { useRead } from '../../api/reads.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { PersonOfRegister, type Known } from '../../parts/person-picker/person-of-register.js';
import { ProblemShown } from '../../parts/states/states.js';
import { instantInWords } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import styles from './sign-ins.module.css';
import { useSend } from './use-send.js';

interface Made {
  readonly name: string;
  readonly link: string;
  readonly until: string;
}

/** Makes a link by which a person of the register lets themselves in. It is shown once. */
export function InvitePerson() {
  const { t } = useTranslation('sign-ins');
  const isDemo = useRead('/api/sign-in').data?.via === 'persona-picker';
  const announce = useAnnounce();
  const { problem, send } = useSend();
  const [person, setPerson] = useState<Known>();
  const [isMissing, setMissing] = useState(false);
  const [made, setMade] = useState<Made>();
  if (isDemo) return <Paragraph>{t('invited.demo')}</Paragraph>;
  const invite = () => {
    setMissing(!person);
    if (!person) return;
    const { personId, name } = person;
    send(
      async () => {
        const { link, until } = await answered(
          api.POST('/api/sign-ins/invitations/{personId}', { params: { path: { personId } }, body: { days: 7 } }),
        );
        setMade({ name, link, until });
      },
      () => announce(t('invited.made', { name })),
    );
  };
  return (
    <div className={styles.invite}>
      <PersonOfRegister
        label={t('invited.who')}
        chosen={person}
        onChange={(next) => {
          setPerson(next);
          setMade(undefined);
        }}
      />
      {isMissing && !person && <Paragraph role="alert">{t('invited.missing')}</Paragraph>}
      {problem !== undefined && <ProblemShown problem={problem} />}
      <div>
        <Button variant="secondary" onClick={invite}>
          {t('invited.make')}
        </Button>
      </div>
      {made && <MadeLink made={made} />}
    </div>
  );
}

function MadeLink({ made: { name, link, until } }: { readonly made: Made }) {
  const { t } = useTranslation('sign-ins');
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<string>();
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setCopied(t('invited.copied'));
    } catch {
      // No secure origin, or the browser refuses: the link is selected, for the user to copy it.
      setCopied(t('invited.notCopied'));
    }
  };
  return (
    <>
      <Textfield
        ref={field}
        label={t('invited.link', { name })}
        description={t('invited.once', { when: instantInWords(until, currentLanguage()) })}
        readOnly
        value={link}
        onFocus={({ target }) => target.select()}
      />
      <div>
        <Button onClick={() => void copy()}>{t('invited.copy')}</Button>
      </div>
      {copied !== undefined && <Paragraph role="status">{copied}</Paragraph>}
    </>
  );
}
