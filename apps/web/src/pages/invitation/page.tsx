import { Heading } from '@digdir/designsystemet-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import styles from './invitation.module.css';
import { InvitationLink } from './invitation-link.js';
import { isRefusal, NotLetIn } from './not-let-in.js';

/**
 * The page of an invitation link: whom it is for, and the button that begins the sign-in. Opening it changes nothing. The
 * token is the part of the address after `#`, which browsers send to nobody.
 */
export function Component() {
  const { t } = useTranslation('invitation');
  const { hash, search } = useLocation();
  const asked = new URLSearchParams(search);
  const refusal = asked.get('svar');
  useEffect(() => {
    document.title = `${t('title')} – Samspill`;
  }, [t]);
  return (
    <main className={styles.page}>
      <p className={styles.brand}>Samspill</p>
      <Heading level={1} data-size="md">
        {t('title')}
      </Heading>
      {isRefusal(refusal) || asked.has('feil') ? (
        <NotLetIn refusal={isRefusal(refusal) ? refusal : undefined} />
      ) : (
        <InvitationLink token={hash.slice(1)} />
      )}
      <Link to="/tilgjengelighet">{t('accessibility')}</Link>
    </main>
  );
}
