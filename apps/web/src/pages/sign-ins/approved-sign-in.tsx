import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../../api/client.js';
import type { Answer } from '../../api/reads.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ProblemShown } from '../../parts/states/states.js';
import { fullDay } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import styles from './sign-ins.module.css';
import { useSend } from './use-send.js';

type Approved = Answer<'/api/sign-ins'>['approved'][number];

/** A sign-in that the coordinator has approved, and its end. */
export function ApprovedSignIn({ approved }: { readonly approved: Approved }) {
  const { t } = useTranslation('sign-ins');
  const announce = useAnnounce();
  const { problem, send } = useSend();
  const [asks, setAsks] = useState(false);
  const { identityId, personId, name, title, on } = approved;
  const end = () =>
    send(
      () => answered(api.DELETE('/api/sign-ins/{identityId}/approval', { params: { path: { identityId } } })),
      () => announce(t('approved.ended', { name })),
    );
  return (
    <li className={styles.approved}>
      <div>
        <Link to={`/personer/${personId}`}>{name}</Link>
        <Paragraph data-size="sm">
          {[title, t('approved.since', { day: fullDay(on, currentLanguage()) })].filter(Boolean).join(' · ')}
        </Paragraph>
      </div>
      {asks ? (
        <div className={styles.steps} role="group" aria-label={t('approved.confirm', { name })}>
          <Paragraph>{t('approved.confirm', { name })}</Paragraph>
          <Button data-color="danger" onClick={end}>
            {t('approved.end')}
          </Button>
          <Button variant="secondary" onClick={() => setAsks(false)}>
            {t('approved.keep')}
          </Button>
        </div>
      ) : (
        <Button variant="secondary" data-size="sm" onClick={() => setAsks(true)}>
          {t('approved.end')} <span className="only-for-readers">{name}</span>
        </Button>
      )}
      {problem !== undefined && <ProblemShown problem={problem} />}
    </li>
  );
}
