import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { Page } from '../../shell/page.js';
import { Answered, Empty } from '../../parts/states/states.js';
import { FollowUpLinks } from '../../parts/page-links/follow-up-links.js';
import { usePageInAddress } from '../../parts/pages/page-in-address.js';
import { Pages } from '../../parts/pages/pages.js';
import { OrphanedAction } from './orphaned-action.js';
import styles from './orphans.module.css';

const SIZE = 50;

/** Open actions without a responsible person: each is offered to somebody, and stays until they have accepted. */
export function Component() {
  const { t } = useTranslation('orphans');
  const [page, turn] = usePageInAddress();
  const list = useRead('/api/orphans', { query: { page, size: SIZE } }, { keepWhileAsking: true });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <FollowUpLinks />
      <Answered of={list}>
        {({ items, total }) =>
          total === 0 ? (
            <Empty title={t('empty.title')}>{t('empty.detail')}</Empty>
          ) : (
            <>
              <Paragraph data-size="sm">{t('count', { count: total })}</Paragraph>
              <ul className={styles.actions}>
                {items.map((orphan) => (
                  <OrphanedAction key={orphan.actionId} orphan={orphan} />
                ))}
              </ul>
              <Pages page={page} total={total} size={SIZE} onChange={turn} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}
