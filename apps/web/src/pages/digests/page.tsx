import { Button, Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '../../api/reads.js';
import { OwnMailLinks } from '../../parts/page-links/own-mail-links.js';
import { Pages } from '../../parts/pages/pages.js';
import { newWeeks } from '../../parts/seen-digests/seen-digests.js';
import { Answered, Empty } from '../../parts/states/states.js';
import { useSession } from '../../session/session.js';
import { Page } from '../../shell/page.js';
import { currentLanguage } from '../../words/language.js';
import styles from './digests.module.css';
import { weekNumberIn, type ListedDigest } from './digests.js';
import { useDeliveryWords } from './use-delivery-words.js';

const SIZE = 20;

/** A person's weekly digests, the latest first. */
export function Component() {
  const { t } = useTranslation('digests');
  const { who } = useSession();
  const [address, setAddress] = useSearchParams();
  const page = Math.max(1, Number(address.get('side')) || 1);
  const digests = useRead('/api/digests', { query: { page, size: SIZE } }, { keepWhileAsking: true });
  const preferences = useRead('/api/mail/preferences');
  // New ones are the latest, on the first page.
  const freshIn = (items: readonly ListedDigest[]) =>
    newWeeks(
      who.personId,
      items.map(({ week }) => week).filter(() => page === 1),
    );
  const getsDigest = preferences.data?.getsDigest ?? false;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        getsDigest && (
          <Button asChild variant="secondary">
            <Link to="/oppsummering/neste">{t('preview.open')}</Link>
          </Button>
        )
      }
    >
      <OwnMailLinks />
      <Answered of={digests}>
        {({ items, total }) =>
          total === 0 ? (
            <Answered of={preferences}>{(known) => <NoDigests {...known} />}</Answered>
          ) : (
            <>
              <ul className={styles.list} aria-label={t('title')} aria-busy={digests.isPlaceholderData}>
                {items.map((digest) => (
                  <DigestLine key={digest.week} digest={digest} isNew={freshIn(items).has(digest.week)} />
                ))}
              </ul>
              <Pages
                page={page}
                total={total}
                size={SIZE}
                onChange={(it) => setAddress(it === 1 ? {} : { side: String(it) })}
              />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

function DigestLine({ digest, isNew }: { readonly digest: ListedDigest; readonly isNew: boolean }) {
  const { t } = useTranslation('digests');
  const words = useDeliveryWords();
  const { week, needs, isLate, resentOn } = digest;
  return (
    <li className={styles.line}>
      <div>
        <Link to={`/oppsummering/${week}`}>{t('week', { week: weekNumberIn(week), year: week.slice(0, 4) })}</Link>{' '}
        {isNew && (
          <Tag data-size="sm" data-color="accent">
            {t('new')}
          </Tag>
        )}
      </div>
      <div>{needs === 0 ? t('allIsWell') : t('needs', { count: needs })}</div>
      <div className={styles.quiet}>
        {words.delivery(digest)}
        {resentOn.length > 0 && ` ${words.resent(resentOn, currentLanguage())}`}{' '}
        {isLate && (
          <Tag data-size="sm" data-color="warning">
            ! {t('late')}
          </Tag>
        )}
      </div>
    </li>
  );
}

interface NoDigestsProps {
  readonly getsDigest: boolean;
  readonly mayChooseDigest: boolean;
}

/** Says what the page will show later, and how one gets a digest. */
function NoDigests({ getsDigest, mayChooseDigest }: NoDigestsProps) {
  const { t } = useTranslation('digests');
  if (getsDigest) return <Empty title={t('empty.coming')}>{t('empty.comingDetail')}</Empty>;
  if (!mayChooseDigest) return <Empty title={t('empty.notYours')}>{t('empty.notYoursDetail')}</Empty>;
  return (
    <Empty
      title={t('empty.voluntary')}
      action={
        <Button asChild>
          <Link to="/innstillinger/varsler">{t('empty.choose')}</Link>
        </Button>
      }
    >
      {t('empty.voluntaryDetail')}
    </Empty>
  );
}
