import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../api/reads.js';
import { Page } from '../../shell/page.js';
import { Answered, Empty, mayRead } from '../../parts/states/states.js';
import { FollowUpLinks } from '../../parts/page-links/follow-up-links.js';
import { Pages } from '../../parts/pages/pages.js';
import { WhomToCall } from '../../parts/unit-to-call/unit-line.js';
import { UnitFilters, useUnitFilter } from '../../parts/unit-filters/unit-filters.js';
import type { UnitToCall } from '../../parts/unit-to-call/unit-line.js';
import { OverdueAction } from './overdue-action.js';
import styles from './overdue.module.css';

const SIZE = 25;

/** Overdue actions by the unit to call, with their age and history. */
export function Component() {
  const { t } = useTranslation('overdue');
  const filter = useUnitFilter();
  const list = useRead(
    '/api/follow-up',
    { query: { ...filter.query, about: 'overdue', size: SIZE } },
    { keepWhileAsking: true },
  );
  const isFiltered = filter.kind !== undefined || filter.area !== undefined;
  return (
    <Page
      title={t('title')}
      lead={list.data && list.data.matters > 0 && t('lead', { count: list.data.matters, units: list.data.total })}
    >
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
              {items.map((unit) => (
                <OfUnit key={unit.unitId} unit={unit} />
              ))}
              <Pages page={filter.page} total={total} size={SIZE} onChange={(page) => filter.change({ page })} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

/** One unit's overdue actions, oldest first, with the people to call. */
function OfUnit({ unit }: { readonly unit: UnitToCall }) {
  const { t } = useTranslation(['overdue', 'parts']);
  const { unitId, name, leaders, matters, total } = unit;
  const oldestFirst = matters.toSorted((a, b) => b.ageInWorkingDays - a.ageInWorkingDays);
  return (
    <section aria-labelledby={`unit-${unitId}`} className={styles.unit}>
      <header className={styles.head}>
        <Heading level={2} data-size="2xs" id={`unit-${unitId}`}>
          <Link to={`/oppfolging?enhet=${unitId}`}>{name}</Link>
        </Heading>
        <Paragraph data-size="sm" className={styles.quiet}>
          <WhomToCall leaders={leaders} />
        </Paragraph>
      </header>
      <ul className={styles.actions}>
        {oldestFirst.map((alert) => (
          <OverdueAction key={alert.id} alert={alert} />
        ))}
      </ul>
      {total > matters.length && (
        <Paragraph data-size="sm">
          <Link to={`/oppfolging?enhet=${unitId}`}>{t('more', { count: total - matters.length })}</Link>
        </Paragraph>
      )}
    </section>
  );
}
