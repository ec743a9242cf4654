import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { read, useRead } from '../../api/reads.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { Page } from '../../shell/page.js';
import { useSession } from '../../session/session.js';
import { Answered, Empty, mayRead } from '../../parts/states/states.js';
import { ActionRows, type ActionGroup } from '../../parts/action-row/action-rows.js';
import { SpreadsheetButton } from '../../parts/spreadsheet/spreadsheet-button.js';
import { Pages } from '../../parts/pages/pages.js';
import { useActionsSheet } from './actions-sheet.js';
import { FilterBar } from './filter-bar.js';
import { addressWith, askedFor, askedOf, filtersIn } from './filters.js';
import { byDueGroup, DUE_GROUPS } from './groups.js';

const SIZE = 50;
/** The API's maximum page size. */
const MOST = 200;
/** Statuses of open actions, which are grouped by due date. */
const BY_WHEN = new Set(['apne', 'over-frist', 'denne-uka']);

/** Actions across units, with owner and due date; each can be answered in place. */
export function Component() {
  const { t } = useTranslation('actions');
  const { who } = useSession();
  const announce = useAnnounce();
  const [address, setAddress] = useSearchParams();
  const filters = filtersIn(address, who);
  const { owner, status, unitId, page } = filters;
  const list = useRead(
    '/api/actions',
    { query: { ...askedFor(filters, who.today), page, size: SIZE } },
    { keepWhileAsking: true },
  );
  const counts = useRead('/api/actions/counts', { query: askedOf(filters) }, { keepWhileAsking: true });
  const offered = useRead('/api/actions', { query: { offeredTo: 'me', size: SIZE } });
  const change = (changes: Readonly<Record<string, string | null>>) => setAddress(addressWith(address, changes));

  // The new number is announced after a filter change.
  const query = address.toString();
  const shownQuery = useRef(query);
  const total = list.isPlaceholderData ? undefined : list.data?.total;
  useEffect(() => {
    if (total === undefined || shownQuery.current === query) return;
    shownQuery.current = query;
    announce(t('found', { count: total }));
  }, [query, total, announce, t]);

  const sheetOf = useActionsSheet();
  const wholeSheet = async () => {
    const pageOf = (nr: number) =>
      read('/api/actions', { query: { ...askedFor(filters, who.today), page: nr, size: MOST } });
    const first = await pageOf(1);
    const all = [...first.items];
    for (let nr = 2; (nr - 1) * MOST < first.total; nr += 1) all.push(...(await pageOf(nr)).items);
    return sheetOf(all);
  };

  const withOffers = status === 'apne' && page === 1 && unitId === null;
  const offers: ActionGroup = {
    key: 'handovers',
    title: t('groups.handovers'),
    actions: withOffers ? (offered.data?.items ?? []) : [],
  };
  return (
    <Page
      title={owner === 'meg' ? t('titleMine') : t('title')}
      actions={mayRead(list) && <SpreadsheetButton sheet={wholeSheet} />}
    >
      <FilterBar filters={filters} onChange={change} />
      <Answered of={list}>
        {({ items, total: all }) => {
          const when = byDueGroup(items, who.today);
          const groups: readonly ActionGroup[] = BY_WHEN.has(status)
            ? DUE_GROUPS.map((key) => ({
                key,
                title: t(`groups.${key}`),
                actions: when[key],
                ...(counts.data && { total: counts.data[key] }),
              }))
            : [{ key: status, title: t(`statuses.${status}`), total: all, actions: items }];
          return (
            <>
              <ActionRows groups={[offers, ...groups]} withMe={owner !== 'meg'} />
              {items.length === 0 &&
                (status === 'apne' && unitId === null && filters.serviceId === null ? (
                  <Empty title={owner === 'meg' ? t('empty.mine') : t('empty.all')}>{t('empty.detail')}</Empty>
                ) : (
                  <Empty title={t('empty.filtered')} action={<Link to={`?eier=${owner}`}>{t('empty.showAll')}</Link>}>
                    {t(`empty.of.${status}`)}
                  </Empty>
                ))}
              <Pages
                page={page}
                total={all}
                size={SIZE}
                onChange={(next) => {
                  const turned = new URLSearchParams(address);
                  turned.set('side', String(next));
                  setAddress(turned);
                }}
              />
            </>
          );
        }}
      </Answered>
    </Page>
  );
}
