import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { pageIn } from '../pages/page-in-address.js';
import styles from './unit-filters.module.css';

type Kind = 'school' | 'kindergarten';

/** Filter for units from the URL; invalid values are ignored. */
export interface UnitFilter {
  readonly kind: Kind | undefined;
  readonly area: string | undefined;
  readonly page: number;
  readonly change: (changes: { kind?: Kind | undefined; area?: string | undefined; page?: number }) => void;
  /** API parameters. */
  readonly query: { readonly page: number; readonly kind?: Kind; readonly area?: string };
}

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>(
  Object.entries({ skole: 'school', barnehage: 'kindergarten' }),
);

const chosenIn = (address: URLSearchParams) => ({
  kind: KINDS.get(address.get('type') ?? ''),
  area: address.get('omrade') ?? undefined,
  page: pageIn(address),
});

/** Type, area and page from the URL: `?type=skole&omrade=Nord&side=2`. */
export function useUnitFilter(): UnitFilter {
  const [address, setAddress] = useSearchParams();
  const { kind, area, page } = chosenIn(address);
  const change = useCallback<UnitFilter['change']>(
    (changes) => {
      // the current URL, even before the page is rendered with it: of two quick choices none is lost
      const next = { ...chosenIn(new URLSearchParams(window.location.search)), page: 1, ...changes };
      const type = [...KINDS].find(([, kind]) => kind === next.kind)?.[0];
      setAddress(
        new URLSearchParams({
          ...(type !== undefined && { type }),
          ...(next.area !== undefined && { omrade: next.area }),
          ...(next.page > 1 && { side: String(next.page) }),
        }),
        { replace: changes.page === undefined },
      );
    },
    [setAddress],
  );
  return useMemo(
    () => ({ kind, area, page, change, query: { page, ...(kind && { kind }), ...(area !== undefined && { area }) } }),
    [kind, area, page, change],
  );
}

/** Filters by type and area above a list of units. */
export function UnitFilters({ filter, areas }: { readonly filter: UnitFilter; readonly areas: readonly string[] }) {
  const { t } = useTranslation('parts');
  const known = filter.area === undefined || areas.includes(filter.area) ? areas : [...areas, filter.area];
  return (
    <div className={styles.filters} role="group" aria-label={t('unitFilters.label')}>
      <Field data-size="sm">
        <Label>{t('unitFilters.kind')}</Label>
        <Select
          value={filter.kind ?? ''}
          onChange={({ target }) => filter.change({ kind: target.value === '' ? undefined : (target.value as Kind) })}
        >
          <Select.Option value="">{t('unitFilters.allKinds')}</Select.Option>
          <Select.Option value="school">{t('unitFilters.schools')}</Select.Option>
          <Select.Option value="kindergarten">{t('unitFilters.kindergartens')}</Select.Option>
        </Select>
      </Field>
      {known.length > 0 && (
        <Field data-size="sm">
          <Label>{t('unitFilters.area')}</Label>
          <Select
            value={filter.area ?? ''}
            onChange={({ target }) => filter.change({ area: target.value === '' ? undefined : target.value })}
          >
            <Select.Option value="">{t('unitFilters.allAreas')}</Select.Option>
            {known.map((area) => (
              <Select.Option key={area} value={area}>
                {area}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}
