import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead, type Answer } from '../../api/reads.js';
import { AlertLinks } from '../../parts/page-links/alert-links.js';
import { FollowUpLinks } from '../../parts/page-links/follow-up-links.js';
import { usePageInAddress } from '../../parts/pages/page-in-address.js';
import { Pages } from '../../parts/pages/pages.js';
import { PersonLink } from '../../parts/person-link/person-link.js';
import { Answered, Empty } from '../../parts/states/states.js';
import { useSession } from '../../session/session.js';
import { Page } from '../../shell/page.js';
import { inNorway, longDay } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import styles from './unreached.module.css';
import { deliveryProblemOf } from './delivery-problem.js';

const SIZE = 50;
type Unreached = Answer<'/api/mail/unreached'>['items'][number];

/** People whom mail does not reach, with what to do about it. */
export function Component() {
  const { t } = useTranslation('unreached');
  const [page, turn] = usePageInAddress();
  const list = useRead('/api/mail/unreached', { query: { page, size: SIZE } }, { keepWhileAsking: true });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <FollowUpLinks />
      <AlertLinks />
      <Answered of={list}>
        {({ items, total, goesOut, hasInboundPath }) => (
          <>
            {!goesOut && <Paragraph className={styles.note}>{t('folder')}</Paragraph>}
            {goesOut && !hasInboundPath && <Paragraph className={styles.note}>{t('noInbound')}</Paragraph>}
            {total === 0 ? (
              <Empty title={t(goesOut ? 'empty.title' : 'empty.titleFolder')}>{t('empty.detail')}</Empty>
            ) : (
              <>
                <Paragraph data-size="sm">{t('count', { count: total })}</Paragraph>
                <ul className={styles.people}>
                  {items.map((it) => (
                    <Row key={it.person.personId} unreached={it} />
                  ))}
                </ul>
                <Paragraph data-size="sm" className={styles.after}>
                  {t('after')}
                </Paragraph>
                <Pages page={page} total={total} size={SIZE} onChange={turn} />
              </>
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Row({ unreached: { person, email, reason, since, status } }: { readonly unreached: Unreached }) {
  const { t } = useTranslation('unreached');
  const { who } = useSession();
  const when = since && longDay(inNorway(since).day, currentLanguage(), who.today);
  return (
    <li className={styles.person}>
      <div>
        <PersonLink personId={person.personId} name={person.name} />
        {person.title && <span className={styles.quiet}> {person.title}</span>}
      </div>
      <div>
        {reason === 'no-address'
          ? `${t('noAddress')} ${t('noAddressDo')}`
          : `${t('undeliverable', { email })} ${t(`why.${deliveryProblemOf(status)}`)}`}
      </div>
      <div className={styles.quiet}>
        {when ? t('since', { when }) : t('sinceNever')}
        {since !== null && (
          <>
            {' · '}
            <Link to={`/oppfolging/varsler/e-post?person=${person.personId}`}>
              {t('mails')}
              <span className="only-for-readers"> {person.name}</span>
            </Link>
          </>
        )}
      </div>
    </li>
  );
}
