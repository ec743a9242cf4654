import { Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Personas } from '../../parts/personas/personas.js';
import { beginSession } from '../../session/session.js';
import styles from './sign-in.module.css';

/** Only our own URLs: a link from elsewhere must not redirect a user after sign-in. */
const isOurs = (address: unknown): address is string => typeof address === 'string' && /^\/(?!\/)/.test(address);

/** Sign-in of the demo. Afterwards the user goes to the requested page. `reason`: why the earlier session ended. */
export function Component() {
  const { t } = useTranslation('sign-in');
  const { state } = useLocation() as { state: { from?: unknown; reason?: unknown } | null };
  useEffect(() => {
    document.title = `${t('title')} – Samspill`;
  }, [t]);
  return (
    <main className={styles.page}>
      <p className={styles.brand}>Samspill</p>
      <Tag data-color="month">Demodata</Tag>
      <Heading level={1} data-size="md">
        {t('title')}
      </Heading>
      {typeof state?.reason === 'string' && <Paragraph role="alert">{state.reason}</Paragraph>}
      <Paragraph>{t('lead')}</Paragraph>
      <Personas
        onChosen={async (personId) => {
          await beginSession(personId);
          location.assign(isOurs(state?.from) ? state.from : '/');
        }}
      />
      <Link to="/tilgjengelighet">{t('accessibility')}</Link>
    </main>
  );
}
