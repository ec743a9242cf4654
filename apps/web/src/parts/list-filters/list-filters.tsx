import { Field, Label, Search, Select } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import styles from './list-filters.module.css';

interface SearchFilterProps {
  readonly label: string;
  readonly typed: string;
  readonly onType: (text: string) => void;
}

/** A field above a list that narrows it to what the typed text matches. */
export function SearchFilter({ label, typed, onType }: SearchFilterProps) {
  const { t } = useTranslation('parts');
  return (
    <Field data-size="sm" className={styles.search}>
      <Label>{label}</Label>
      <Search data-size="sm">
        <Search.Input aria-label={label} value={typed} onChange={({ target }) => onType(target.value)} />
        <Search.Clear aria-label={t('listFilters.clear')} onClick={() => onType('')} />
      </Search>
    </Field>
  );
}

interface ChoiceFilterProps {
  readonly label: string;
  readonly value: string | null | undefined;
  /** Text of the choice that filters nothing. */
  readonly first?: string;
  readonly children: readonly (readonly [code: string, word: string])[];
  /** Called with an empty text where nothing is to be filtered. */
  readonly onChange: (value: string) => void;
}

/** A choice above a list that narrows it to one value. */
export function ChoiceFilter({ label, value, first, children, onChange }: ChoiceFilterProps) {
  const { t } = useTranslation('parts');
  return (
    <Field data-size="sm" className={styles.choice}>
      <Label>{label}</Label>
      <Select value={value ?? ''} onChange={({ target }) => onChange(target.value)}>
        <Select.Option value="">{first ?? t('listFilters.all')}</Select.Option>
        {children.map(([code, word]) => (
          <Select.Option key={code} value={code}>
            {word}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
