import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { schoolYearInWords } from './plan.js';

/** The current school year, the previous and the next. */
export function YearSelect({
  year,
  now,
  onChange,
}: {
  readonly year: number;
  /** The current school year. */
  readonly now: number;
  readonly onChange: (year: number) => void;
}) {
  const { t } = useTranslation('year-plan');
  return (
    <Field data-size="sm">
      <Label>{t('schoolYear')}</Label>
      <Select value={String(year)} onChange={({ target }) => onChange(Number(target.value))}>
        {[...new Set([now - 1, now, now + 1, year])].toSorted().map((it) => (
          <Select.Option key={it} value={String(it)}>
            {schoolYearInWords(it)}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
