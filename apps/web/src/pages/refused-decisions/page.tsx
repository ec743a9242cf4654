import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { Page } from '../../shell/page.js';
import { Answered, Empty } from '../../parts/states/states.js';
import { FollowUpLinks } from '../../parts/page-links/follow-up-links.js';
import { usePageInAddress } from '../../parts/pages/page-in-address.js';
import { Pages } from '../../parts/pages/pages.js';
import { RefusedDecision } from './refused-decision.js';
import styles from './refused-decisions.module.css';

const SIZE = 50;

/**
 * Statements of filed protocols that their actions refused, until one of the two is changed or the difference is
 * accepted.
 */
export function Component() {
  const { t } = useTranslation('refused-decisions');
  const [page, turn] = usePageInAddress();
  const list = useRead('/api/refused-decisions', { query: { page, size: SIZE } }, { keepWhileAsking: true });
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
              <ul className={styles.refusals}>
                {items.map((refusal) => (
                  <RefusedDecision key={refusal.refusalId} refusal={refusal} />
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
