import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { Page } from '../../shell/page.js';
import { Answered, Empty, mayRead } from '../../parts/states/states.js';
import { FollowUpLinks } from '../../parts/page-links/follow-up-links.js';
import { Pages } from '../../parts/pages/pages.js';
import { UnitFilters, useUnitFilter } from '../../parts/unit-filters/unit-filters.js';
import { UnitLine } from '../../parts/unit-to-call/unit-line.js';
import styles from './calls.module.css';

const SIZE = 25;

/** Overdue matters by person to call instead of by rule, for one conversation per unit; most urgent first. */
export function Component() {
  const { t } = useTranslation('calls');
  const filter = useUnitFilter();
  const list = useRead('/api/follow-up', { query: { ...filter.query, size: SIZE } }, { keepWhileAsking: true });
  const isFiltered = filter.kind !== undefined || filter.area !== undefined;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <FollowUpLinks />
      {mayRead(list) && <UnitFilters filter={filter} areas={list.data?.areas ?? []} />}
      <Answered of={list}>
        {({ items, total }) =>
          total === 0 ? (
            <Empty
              title={t(isFiltered ? 'empty.filtered' : 'empty.title')}
              action={
                isFiltered && (
                  <Button variant="secondary" onClick={() => filter.change({ kind: undefined, area: undefined })}>
                    {t('empty.all')}
                  </Button>
                )
              }
            >
              {t('empty.detail')}
            </Empty>
          ) : (
            <>
              <ol className={styles.units} start={(filter.page - 1) * SIZE + 1}>
                {items.map((unit) => (
                  <li key={unit.unitId} data-in-hand={unit.isInHand}>
                    <UnitLine unit={unit} to={`/oppfolging?enhet=${unit.unitId}`} />
                    {unit.isInHand && <span className={styles.inHand}>{t('inHand')}</span>}
                  </li>
                ))}
              </ol>
              <Pages page={filter.page} total={total} size={SIZE} onChange={(page) => filter.change({ page })} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}
