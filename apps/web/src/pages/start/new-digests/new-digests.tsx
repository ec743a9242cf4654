import { Paragraph, Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/reads.js';
import { newWeeks } from '../../../parts/seen-digests/seen-digests.js';
import { useSession } from '../../../session/session.js';
import styles from './new-digests.module.css';
import { LATEST_DIGESTS } from './latest-digests.js';

/** The weekly digests that have come since one was last opened in this browser; nothing where there is none. */
export function NewDigests() {
  const { t } = useTranslation('new-digests');
  const { who } = useSession();
  const { data } = useRead('/api/digests', LATEST_DIGESTS);
  if (!data) return null;
  const fresh = newWeeks(
    who.personId,
    data.items.map(({ week }) => week),
  );
  const [latest] = data.items;
  if (!latest || fresh.size === 0) return null;
  const { week, needs } = latest;
  return (
    <Paragraph className={styles.line}>
      <Tag data-size="sm" data-color="accent">
        {t('new', { count: fresh.size })}
      </Tag>
      <Link to={`/oppsummering/${week}`}>{t('ofWeek', { week: Number(week.slice(6)) })}</Link>
      <span>{needs === 0 ? t('allIsWell') : t('needs', { count: needs })}</span>
      {fresh.size > 1 && <Link to="/oppsummering">{t('all')}</Link>}
    </Paragraph>
  );
}
