import { useTranslation } from 'react-i18next';
import { PLACE_OF } from '#registry/contract/place-of-role';
import { useRead } from '../../api/reads.js';
import { ALL_ROWS } from '../../parts/closing/closable.js';
import { ChoiceFilter, SearchFilter } from '../../parts/list-filters/list-filters.js';
import { useAllUnits } from '../../parts/unit-link/all-units.js';
import type { Role } from '../../session/session.js';
import { byName } from '../../words/names.js';
import styles from './people.module.css';

export const isRole = (text: string | null | undefined): text is Role =>
  typeof text === 'string' && Object.hasOwn(PLACE_OF, text);

type Value = string | null | undefined;
interface FiltersProps {
  readonly values: Readonly<Record<'role' | 'unitId' | 'serviceId' | 'status', Value>>;
  readonly typed: string;
  readonly onType: (text: string) => void;
  /** Called with the name of the filter in the address. */
  readonly onChange: (key: string, value: string) => void;
}

/** Filters of the list. */
export function Filters({ values, typed, onType, onChange }: FiltersProps) {
  const { t } = useTranslation(['people', 'parts']);
  const units = useAllUnits().data ?? [];
  const services = useRead('/api/services', ALL_ROWS).data?.items ?? [];
  return (
    <div className={styles.filters}>
      <SearchFilter label={t('search')} typed={typed} onType={onType} />
      <ChoiceFilter label={t('role')} value={values.role} onChange={(it) => onChange('rolle', it)}>
        {Object.keys(PLACE_OF).map((role) => [role, t(`parts:roles.${role}`)])}
      </ChoiceFilter>
      <ChoiceFilter label={t('unit')} value={values.unitId} onChange={(it) => onChange('enhet', it)}>
        {units.toSorted((a, b) => byName(a.name, b.name)).map(({ unitId, name }) => [unitId, name])}
      </ChoiceFilter>
      <ChoiceFilter label={t('service')} value={values.serviceId} onChange={(it) => onChange('tjeneste', it)}>
        {services.map(({ serviceId, name }) => [serviceId, name])}
      </ChoiceFilter>
      <ChoiceFilter
        label={t('status')}
        value={values.status}
        first={t('statuses.active')}
        onChange={(it) => onChange('status', it)}
      >
        {(['uten', 'alle'] as const).map((it) => [it, t(`statuses.${it}`)])}
      </ChoiceFilter>
    </div>
  );
}
