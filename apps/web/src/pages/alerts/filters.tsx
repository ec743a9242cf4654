import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import type { Answer } from '../../api/reads.js';
import { ALERT_KINDS, type AlertKind, type AlertList, type AlertsView } from './alerts-address.js';
import styles from './alerts.module.css';

type Told = Answer<'/api/alerts/told'>;

interface FiltersProps {
  readonly view: AlertsView;
  /** Units and owners of the whole list, also of alerts that the chosen unit or owner leaves out. */
  readonly units: Told['units'];
  readonly owners: Told['owners'];
  readonly onChange: (changes: Partial<AlertsView>) => void;
}

/** Chooses the alerts to list: whose they are, their kind, their unit and the responsible person. */
export function Filters({ view: { list, kind, unit, owner }, units, owners, onChange }: FiltersProps) {
  const { t } = useTranslation('alerts');
  const mayRelease = useMay('follow-up.write');
  const lists: readonly AlertList[] = mayRelease ? ['mine', 'all', 'waiting'] : ['mine', 'all'];
  const named = (name: string | null) => name ?? t('filters.unnamed');
  return (
    <div className={styles.filters} role="group" aria-label={t('filters.label')}>
      <Choice
        label={t('filters.list')}
        value={list}
        options={lists.map((it) => [it, t(`lists.${it}`)])}
        onChoose={(chosen) => onChange({ list: chosen as AlertList, unit: undefined, owner: undefined })}
      />
      <Choice
        label={t('filters.kind')}
        value={kind ?? ''}
        options={[['', t('filters.allKinds')], ...ALERT_KINDS.map((it) => [it, t(`kinds.${it}`)] as const)]}
        onChoose={(chosen) => onChange({ kind: chosen === '' ? undefined : (chosen as AlertKind) })}
      />
      <Choice
        label={t('filters.unit')}
        value={unit ?? ''}
        options={[
          ['', t('filters.allUnits')],
          ...withChosen(
            units.map(({ unitId, name }) => [unitId, named(name)] as const),
            unit,
            named(null),
          ),
        ]}
        onChoose={(chosen) => onChange({ unit: chosen === '' ? undefined : chosen })}
      />
      <Choice
        label={t('filters.owner')}
        value={owner ?? ''}
        options={[
          ['', t('filters.allOwners')],
          ...withChosen(
            owners.map(({ personId, name }) => [personId, named(name)] as const),
            owner,
            named(null),
          ),
        ]}
        onChoose={(chosen) => onChange({ owner: chosen === '' ? undefined : chosen })}
      />
    </div>
  );
}

type Option = readonly [value: string, name: string];

/** The choice of a kept address stays an option when nothing in the list has it any more. */
const withChosen = (options: readonly Option[], chosen: string | undefined, unnamed: string): readonly Option[] =>
  chosen === undefined || options.some(([value]) => value === chosen) ? options : [...options, [chosen, unnamed]];

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChoose: (value: string) => void;
}

const Choice = ({ label, value, options, onChoose }: ChoiceProps) => (
  <Field data-size="sm">
    <Label>{label}</Label>
    <Select value={value} onChange={({ target }) => onChoose(target.value)}>
      {options.map(([option, name]) => (
        <Select.Option key={option} value={option}>
          {name}
        </Select.Option>
      ))}
    </Select>
  </Field>
);
