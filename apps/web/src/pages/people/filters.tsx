import { Field, Label, Search, Select } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { PLACE_OF } from '#registry/contract/place-of-role';
import { useRead } from '../../api/reads.js';
import { ALL_ROWS } from '../../parts/closing/closable.js';
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
      <Field data-size="sm" className={styles.search}>
        <Label>{t('search')}</Label>
        <Search data-size="sm">
          <Search.Input aria-label={t('search')} value={typed} onChange={({ target }) => onType(target.value)} />
          <Search.Clear aria-label={t('clear')} onClick={() => onType('')} />
        </Search>
      </Field>
      <Choice label={t('role')} value={values.role} onChange={(it) => onChange('rolle', it)}>
        {Object.keys(PLACE_OF).map((role) => [role, t(`parts:roles.${role}`)])}
      </Choice>
      <Choice label={t('unit')} value={values.unitId} onChange={(it) => onChange('enhet', it)}>
        {units.toSorted((a, b) => byName(a.name, b.name)).map(({ unitId, name }) => [unitId, name])}
      </Choice>
      <Choice label={t('service')} value={values.serviceId} onChange={(it) => onChange('tjeneste', it)}>
        {services.map(({ serviceId, name }) => [serviceId, name])}
      </Choice>
      <Choice
        label={t('status')}
        value={values.status}
        first={t('statuses.active')}
        onChange={(it) => onChange('status', it)}
      >
        {(['uten', 'alle'] as const).map((it) => [it, t(`statuses.${it}`)])}
      </Choice>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: Value;
  readonly first?: string;
  readonly children: readonly (readonly [code: string, word: string])[];
  readonly onChange: (value: string) => void;
}
function Choice({ label, value, first, children, onChange }: ChoiceProps) {
  const { t } = useTranslation('people');
  return (
    <Field data-size="sm" className={styles.choice}>
      <Label>{label}</Label>
      <Select value={value ?? ''} onChange={({ target }) => onChange(target.value)}>
        <Select.Option value="">{first ?? t('all')}</Select.Option>
        {children.map(([code, word]) => (
          <Select.Option key={code} value={code}>
            {word}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
