import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { fullDay } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import type { RegisteredUnit } from './registered-unit.js';

/** Units of the municipality, and where a unit meets from a day on, in a sentence; nothing is read unless it is needed. */
export function useHostWords(isNeeded: boolean) {
  const { t } = useTranslation('unit');
  const units = useRead('/api/units', { query: { size: 200 } }, { enabled: isNeeded }).data?.items ?? [];
  const inWords = ({ hostUnitId, from }: RegisteredUnit['hosts'][number]): string => {
    const day = fullDay(from, currentLanguage());
    if (hostUnitId === null) return t('host.alone', { day });
    return t('host.at', { day, unit: units.find(({ unitId }) => unitId === hostUnitId)?.name ?? hostUnitId });
  };
  return { units, inWords };
}
