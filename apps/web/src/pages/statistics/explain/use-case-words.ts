import { useMemo } from 'react';
import { listed } from '#platform/kernel/plain';
import type { Answer } from '../../../api/reads.js';
import { useAllUnits } from '../../../parts/unit-link/all-units.js';
import { useMay } from '../../../session/session.js';
import { longMonth, shortDay } from '../../../words/dates.js';
import { currentLanguage } from '../../../words/language.js';
import type { Shown } from '../use-statistics-view.js';

/** A case behind a figure: its subject, its day and its units. */
export type Case = Pick<Answer<'/api/statistics/{indicator}/cases'>['items'][number], 'kind' | 'id' | 'on' | 'unitIds'>;

/** The units and the day of a case in words, and the address of its subject. */
export function useCaseWords({ today }: Pick<Shown, 'today'>) {
  const language = currentLanguage();
  const hasBoard = useMay('follow-up.read');
  const units = useAllUnits();
  const names = useMemo(() => new Map(units.data?.map(({ unitId, name }) => [unitId, name])), [units.data]);
  return {
    units: ({ unitIds }: Case): string =>
      listed(
        unitIds.map((id) => names.get(id) ?? id),
        language,
      ),
    day: ({ kind, on }: Case): string =>
      kind === 'unit-month' ? longMonth(on.slice(0, 7), language) : shortDay(on, language, today),
    address: (it: Case): string => addressOf(it, hasBoard),
  };
}

/** The page of a case's subject; a unit's month is on the coordinator's board, for others on the unit's page. */
function addressOf({ kind, id, unitIds }: Case, hasBoard: boolean): string {
  switch (kind) {
    case 'meeting':
    case 'protocol':
      return `/moter/${id}`;
    case 'action':
      return `/tiltak/${id}`;
    case 'person':
      return `/personer/${id}`;
    case 'unit':
      return `/enheter/${id}`;
    case 'unit-month': {
      const [unitId, month] = id.split('/');
      if (!hasBoard || month === undefined) return `/enheter/${unitIds[0]}`;
      const year = Number(month.slice(0, 4)) - (month.slice(5) < '08' ? 1 : 0);
      return `/oppfolging?ar=${year}&enhet=${unitId}&maned=${month}`;
    }
  }
}
