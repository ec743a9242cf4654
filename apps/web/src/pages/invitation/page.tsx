import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { OutsidePage } from '../../parts/outside-page/outside-page.js';
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
  return (
    <OutsidePage title={t('title')}>
      {isRefusal(refusal) || asked.has('feil') ? (
        <NotLetIn refusal={isRefusal(refusal) ? refusal : undefined} />
      ) : (
        <InvitationLink token={hash.slice(1)} />
      )}
      <Link to="/tilgjengelighet">{t('accessibility')}</Link>
    </OutsidePage>
  );
}
