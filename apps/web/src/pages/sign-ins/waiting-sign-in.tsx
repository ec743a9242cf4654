import { Button, Heading, Paragraph, Radio } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import type { Answer } from '../../api/reads.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ProblemShown } from '../../parts/states/states.js';
import { fullDay } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { PersonOfRegister, type Known } from '../../parts/person-picker/person-of-register.js';
import styles from './sign-ins.module.css';
import { useSend } from './use-send.js';

type Waiting = Answer<'/api/sign-ins'>['waiting'][number];

/** Somebody who waits to be let in, with those of the register whom it may be. */
export function WaitingSignIn({ waiting }: { readonly waiting: Waiting }) {
  const { t } = useTranslation('sign-ins');
  const announce = useAnnounce();
  const { problem, send } = useSend();
  const { identityId, name, email, askedOn, proposals } = waiting;
  const [choice, setChoice] = useState<string>();
  const [other, setOther] = useState<Known>();
  const [isMissing, setMissing] = useState(false);
  const isOther = choice === 'other' || proposals.length === 0;
  const chosen = isOther ? other : proposals.find(({ personId }) => personId === choice);
  const path = { identityId };
  const approve = () => {
    setMissing(!chosen);
    if (!chosen) return;
    const { personId } = chosen;
    send(
      () => answered(api.POST('/api/sign-ins/{identityId}/approval', { params: { path }, body: { personId } })),
      () => announce(t('waiting.approved', { name: chosen.name })),
    );
  };
  const refuse = () =>
    send(
      () => answered(api.POST('/api/sign-ins/{identityId}/refusal', { params: { path } })),
      () => announce(t('waiting.refused')),
    );
  const shown = name ?? t('waiting.nameless');
  return (
    <li className={styles.waiting}>
      <Heading level={3} data-size="2xs">
        {shown}
      </Heading>
      <Paragraph data-size="sm">
        {email ?? t('waiting.noEmail')} · {t('waiting.askedOn', { day: fullDay(askedOn, currentLanguage()) })}
      </Paragraph>
      {proposals.length === 0 ? (
        <Paragraph>{t('waiting.nobody')}</Paragraph>
      ) : (
        <fieldset className={styles.choices}>
          <legend>{t('waiting.who')}</legend>
          {proposals.map((one) => (
            <Radio
              key={one.personId}
              name={`who-${identityId}`}
              value={one.personId}
              label={t('waiting.proposal', one)}
              description={[one.title, t(`waiting.same.${one.likeness}`)].filter(Boolean).join(' · ')}
              checked={choice === one.personId}
              onChange={() => setChoice(one.personId)}
            />
          ))}
          <Radio
            name={`who-${identityId}`}
            value="other"
            label={t('waiting.other')}
            checked={choice === 'other'}
            onChange={() => setChoice('other')}
          />
        </fieldset>
      )}
      {isOther && <PersonOfRegister label={t('waiting.who')} chosen={other} onChange={setOther} />}
      {isMissing && !chosen && <Paragraph role="alert">{t('waiting.missing')}</Paragraph>}
      {problem !== undefined && <ProblemShown problem={problem} />}
      <div className={styles.steps}>
        <Button onClick={approve}>
          {t('waiting.approve')} <span className="only-for-readers">{shown}</span>
        </Button>
        <Button variant="secondary" onClick={refuse}>
          {t('waiting.refuse')} <span className="only-for-readers">{shown}</span>
        </Button>
      </div>
    </li>
  );
}
