import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Asked } from '../../api/reads.js';
import { useSession } from '../../session/session.js';
import { currentPeriod } from './periods.js';
import { addressOf, viewOf, type StatisticsView } from './statistics-address.js';

type Query = NonNullable<Asked<'/api/statistics/figures'>['query']>;

/** The filters in the URL, and the same as parameters of the API. */
export interface Shown {
  readonly view: StatisticsView;
  readonly period: string;
  /** The day of the moment that is shown: today, or the day of «as of». */
  readonly day: string;
  readonly today: string;
  /** Parameters without the period. */
  readonly query: Pick<Query, 'kind' | 'area' | 'unit' | 'service' | 'asOf'>;
  readonly change: (changes: Partial<StatisticsView>) => void;
  /** The query string of these filters, for links between the pages of the statistics: `?per=…`, or nothing. */
  readonly searchOf: (changes?: Partial<StatisticsView>) => string;
}

export function useStatisticsView(): Shown {
  const { who } = useSession();
  const [address, setAddress] = useSearchParams();
  return useMemo(() => {
    const view = viewOf(address, who.today);
    const { kind, area, unitId, serviceId, asOf } = view;
    const day = asOf ?? who.today;
    return {
      view,
      day,
      today: who.today,
      period: view.period ?? currentPeriod(day),
      query: {
        ...(kind && { kind }),
        ...(area !== undefined && { area }),
        ...(unitId !== undefined && { unit: unitId }),
        ...(serviceId !== undefined && { service: serviceId }),
        ...(asOf !== undefined && { asOf }),
      },
      // the current URL, even before the page is rendered with it: of two quick choices none is lost
      change: (changes) =>
        setAddress(addressOf({ ...viewOf(new URLSearchParams(window.location.search), who.today), ...changes })),
      searchOf: (changes = {}) => {
        const search = addressOf({ ...view, ...changes }).toString();
        return search && `?${search}`;
      },
    };
  }, [address, setAddress, who.today]);
}
