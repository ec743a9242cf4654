import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../../api/client.js';
import type { Answer } from '../../api/reads.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ProblemShown } from '../../parts/states/states.js';
import { instantInWords } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import styles from './sign-ins.module.css';
import { useSend } from './use-send.js';

type Invited = Answer<'/api/sign-ins'>['invited'][number];

/** A person whose invitation link has not been used yet, and its end. */
export function InvitedPerson({ invited: { personId, name, until } }: { readonly invited: Invited }) {
  const { t } = useTranslation('sign-ins');
  const announce = useAnnounce();
  const { problem, send } = useSend();
  const revoke = () =>
    send(
      () => answered(api.DELETE('/api/sign-ins/invitations/{personId}', { params: { path: { personId } } })),
      () => announce(t('invited.revoked', { name })),
    );
  return (
    <li className={styles.approved}>
      <div>
        <Link to={`/personer/${personId}`}>{name}</Link>
        <Paragraph data-size="sm">{t('invited.until', { when: instantInWords(until, currentLanguage()) })}</Paragraph>
      </div>
      <Button variant="secondary" data-size="sm" onClick={revoke}>
        {t('invited.revoke')} <span className="only-for-readers">{name}</span>
      </Button>
      {problem !== undefined && <ProblemShown problem={problem} />}
    </li>
  );
}
