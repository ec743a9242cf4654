import { Paragraph } from '@digdir/designsystemet-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Problem } from '../../api/problem.js';
import { useRead } from '../../api/reads.js';
import { OwnMailLinks } from '../../parts/page-links/own-mail-links.js';
import { rememberSeen } from '../../parts/seen-digests/seen-digests.js';
import { Answered, Empty, ProblemShown } from '../../parts/states/states.js';
import { useSession } from '../../session/session.js';
import { Page } from '../../shell/page.js';
import { currentLanguage } from '../../words/language.js';
import { AboutDigest } from './about-digest.js';
import { DigestBody } from './digest-body.js';
import styles from './digests.module.css';
import { weekNumberIn, type MadeDigest } from './digests.js';
import { SendAgain } from './send-again.js';
import { useDeliveryWords } from './use-delivery-words.js';

/** One's own digest of a week, as it was sent. */
export function Component() {
  const { t } = useTranslation('digests');
  const { week = '' } = useParams();
  const number = weekNumberIn(week);
  return (
    <Page title={number === undefined ? t('title') : t('ofWeek', { week: number, year: week.slice(0, 4) })}>
      <OwnMailLinks />
      {number === undefined ? (
        <ProblemShown problem={new Problem(404, 'not-found', '', '')} />
      ) : (
        <OfWeek key={week} week={week} />
      )}
    </Page>
  );
}

function OfWeek({ week }: { readonly week: string }) {
  const { t } = useTranslation('digests');
  const digest = useRead('/api/digests/{week}', { path: { week } });
  return (
    <Answered of={digest}>
      {({ made }) =>
        made ? (
          <Made week={week} made={made} />
        ) : (
          <Empty title={t('none')} action={<Link to="/oppsummering">{t('toAll')}</Link>}>
            {t('noneDetail')}
          </Empty>
        )
      }
    </Answered>
  );
}

function Made({ week, made }: { readonly week: string; readonly made: MadeDigest }) {
  const { t } = useTranslation('digests');
  const { who } = useSession();
  const words = useDeliveryWords();
  useEffect(() => rememberSeen(who.personId, week), [who.personId, week]);
  return (
    <div className={styles.page}>
      <div className={styles.about}>
        <Paragraph data-size="sm" className={styles.quiet}>
          {words.delivery(made)}
          {made.resentOn.length > 0 && ` ${words.resent(made.resentOn, currentLanguage())}`}
          {made.delivery?.state === 'undelivered' && (
            <>
              {' '}
              {t('undelivered.why')} <Link to="/innstillinger/varsler">{t('undelivered.who')}</Link>.
            </>
          )}
        </Paragraph>
        <SendAgain week={week} resent={made.resentOn.length} />
      </div>
      <DigestBody digest={made.shown} />
      <AboutDigest made={made} />
    </div>
  );
}
