import {
  Checkbox,
  Field as FormField,
  Fieldset,
  Label,
  Select,
  Textfield,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { HOURS, SCHOOL_MONTHS, WEEKDAYS, type Field } from './groups.js';
import { monthInWords } from './rule-words.js';
import styles from './rules.module.css';

interface RuleFieldProps {
  readonly field: Field;
  readonly value: string | readonly number[];
  readonly error: string | undefined;
  readonly onChange: (value: string | readonly number[]) => void;
}

/** One setting with its explanation: a number, a choice, or months. */
export function RuleField({ field, value, error, onChange }: RuleFieldProps) {
  const { t } = useTranslation('rules');
  const label = t(`fields.${field.key}.label`);
  const detail = t(`fields.${field.key}.detail`);
  if (field.kind === 'months') {
    const chosen = value as readonly number[];
    return (
      <Fieldset>
        <Fieldset.Legend>{label}</Fieldset.Legend>
        <Fieldset.Description>{detail}</Fieldset.Description>
        <div className={styles.months}>
          {SCHOOL_MONTHS.map((month) => (
            <Checkbox
              key={month}
              data-size="sm"
              label={monthInWords(month)}
              checked={chosen.includes(month)}
              aria-invalid={error ? true : undefined}
              onChange={({ target }) =>
                onChange(SCHOOL_MONTHS.filter((it) => (it === month ? target.checked : chosen.includes(it))))
              }
            />
          ))}
        </div>
        {error && <ValidationMessage>{error}</ValidationMessage>}
      </Fieldset>
    );
  }
  if (field.kind === 'number')
    return (
      <Textfield
        className={styles.number}
        inputMode="numeric"
        autoComplete="off"
        label={label}
        description={detail}
        suffix={t(`suffixes.${field.measure}`)}
        value={value as string}
        error={error}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  return (
    <FormField>
      <Label>{label}</Label>
      <FormField.Description>{detail}</FormField.Description>
      <Select
        width="auto"
        value={value as string}
        aria-invalid={error ? true : undefined}
        onChange={({ target }) => onChange(target.value)}
      >
        {(field.kind === 'weekday' ? WEEKDAYS : HOURS).map((it) => (
          <Select.Option key={it} value={String(it)}>
            {field.kind === 'weekday' ? t(`weekdays.${it as 1}`) : t('hour', { hour: it })}
          </Select.Option>
        ))}
      </Select>
      {error && <ValidationMessage>{error}</ValidationMessage>}
    </FormField>
  );
}
