import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { HourField } from './hour-field.js';
import type { Rule } from './plan.js';
import { NTHS, WEEKDAYS } from './rules.js';
import styles from './rule-fields.module.css';

/** «2. onsdag kl. 12.30» as three fields. */
export function RuleFields({ rule, onChange }: { readonly rule: Rule; readonly onChange: (rule: Rule) => void }) {
  const { t } = useTranslation('year-plan');
  return (
    <div className={styles.fields}>
      <Field data-size="sm">
        <Label>{t('rule.nth')}</Label>
        <Select
          value={String(rule.nth)}
          onChange={({ target }) => onChange({ ...rule, nth: Number(target.value) as Rule['nth'] })}
        >
          {NTHS.map((nth) => (
            <Select.Option key={nth} value={String(nth)}>
              {t(`nth.${nth === -1 ? 'last' : nth}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Field data-size="sm">
        <Label>{t('rule.weekday')}</Label>
        <Select
          value={String(rule.weekday)}
          onChange={({ target }) => onChange({ ...rule, weekday: Number(target.value) })}
        >
          {WEEKDAYS.map((weekday) => (
            <Select.Option key={weekday} value={String(weekday)}>
              {t(`weekday.${weekday}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <HourField hour={rule.startsAt} onChange={(startsAt) => onChange({ ...rule, startsAt })} />
    </div>
  );
}
