import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../../api/client.js';
import { FormDialog } from '../../parts/form-dialog/form-dialog.js';
import { Section } from '../../parts/section/section.js';
import { useSession } from '../../session/session.js';
import type { Person } from './person.js';
import styles from './person.module.css';

/** Signs the person out everywhere; one's own sessions have a page of their own. */
export function SignOut({ person }: { readonly person: Person }) {
  const { t } = useTranslation('person');
  const { who } = useSession();
  const { personId, name } = person;
  const [isAsking, setAsking] = useState(false);
  const [ended, setEnded] = useState<number>();
  const end = async () => {
    const path = { personId };
    const answer = await answered(api.DELETE('/api/people/{personId}/sessions', { params: { path } }));
    setEnded(answer.ended);
    setAsking(false);
  };
  if (personId === who.personId)
    return (
      <Section id="sign-out" title={t('signOut.title')}>
        <Paragraph>
          <Link to="/innstillinger/innlogginger">{t('signOut.own')}</Link>
        </Paragraph>
      </Section>
    );
  return (
    <Section id="sign-out" title={t('signOut.title')} lead={t('signOut.lead')}>
      <div className={styles.buttons}>
        <Button variant="secondary" data-size="sm" data-color="danger" onClick={() => setAsking(true)}>
          {t('signOut.open')}
        </Button>
      </div>
      <Paragraph role="status">{ended !== undefined && t('signOut.done', { name, count: ended })}</Paragraph>
      {isAsking && (
        <FormDialog
          danger
          title={t('signOut.ask', { name })}
          detail={t('signOut.detail')}
          submit={t('signOut.open')}
          onClose={() => setAsking(false)}
          onSubmit={end}
        >
          {null}
        </FormDialog>
      )}
    </Section>
  );
}
