import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toneOf, type SentMail } from '../../parts/mail-words/mail-kinds.js';
import { useMailWords } from '../../parts/mail-words/mail-words.js';
import { PersonLink } from '../../parts/person-link/person-link.js';
import styles from './outbox.module.css';

interface MailRowProps {
  readonly mail: SentMail;
  /** False where mails are written into a folder. */
  readonly goesOut: boolean;
}

/** One mail: when, to whom, of which kind, and what became of it. */
export function MailRow({ mail, goesOut }: MailRowProps) {
  const { t } = useTranslation('outbox');
  const { kindOf, stateOf, when } = useMailWords();
  const { dispatchId, person, kind, state, answerCode, acceptedAt, dueAt } = mail;
  return (
    <li className={styles.mail}>
      <span className={styles.when}>{when(acceptedAt ?? dueAt)}</span>
      <span>{person.name === null ? t('unnamed') : <PersonLink personId={person.personId} name={person.name} />}</span>
      <Link to={`/oppfolging/varsler/e-post/${dispatchId}`}>{kindOf(kind)}</Link>
      <span className={styles.state} data-tone={toneOf(state)}>
        {stateOf(mail, goesOut)}
        {state === 'refused' && answerCode !== null && ` (${t('code', { code: answerCode })})`}
      </span>
    </li>
  );
}
