import { Heading } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/reads.js';
import styles from '../meeting.module.css';

/** In the order that the chair needs them. */
const ANSWERS = ['accepted', 'declined', 'tentative', null] as const;

/** The answers to the invitation, by person; nothing where answers do not reach Samspill, or nobody is called. */
export function InvitationAnswers({ meetingId }: { readonly meetingId: string }) {
  const { t } = useTranslation('coming');
  const { data } = useRead('/api/meetings/{meetingId}/answers', { path: { meetingId } });
  if (!data?.canAnswer || data.answers.length === 0) return null;
  const groups = ANSWERS.map((answer) => ({
    key: answer ?? 'none',
    people: data.answers.filter((given) => given.answer === answer),
  })).filter(({ people }) => people.length > 0);
  return (
    <section aria-labelledby="invitation-answers" className={styles.part}>
      <Heading level={2} data-size="xs" id="invitation-answers">
        {t('answers.title')}
      </Heading>
      <ul className={styles.table}>
        {groups.map(({ key, people }) => (
          <li key={key}>
            {t(`answers.${key}`, { count: people.length })}
            <small>{people.map(({ name }) => name ?? t('answers.unnamed')).join(', ')}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
