import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#meetings/contract/limits';
import { LimitedText } from '../../../parts/limited-text/limited-text.js';
import { answered, api } from '../../../api/client.js';
import { currentLanguage } from '../../../words/language.js';
import { longMonth } from '../../../words/dates.js';
import type { MonthCell } from '../board/board.js';
import type { UnitFollowUp } from './unit-follow-up.js';
import { StepForm } from './step-form.js';
import { useStep } from './use-step.js';

interface ExemptionFormProps {
  readonly unit: UnitFollowUp;
  readonly month: string | undefined;
  readonly schoolYear: number;
  /** Months that can be exempted. */
  readonly months: readonly MonthCell[];
  readonly onDone: (words: string) => void;
  readonly onCancel: () => void;
}

/** «Gi fritak …»: month and reason; everyone sees the reason. */
export function ExemptionForm({ unit, month, schoolYear, months, onDone, onCancel }: ExemptionFormProps) {
  const { t } = useTranslation('follow-up');
  const language = currentLanguage();
  const [chosen, choose] = useState(month ?? months[0]?.month ?? '');
  const [reason, setReason] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const step = useStep();
  const grant = () => {
    if (reason.trim() === '') return setEmpty(true);
    step.carryOut(
      () =>
        answered(
          api.POST('/api/units/{unitId}/school-years/{schoolYear}/exemptions', {
            params: { path: { unitId: unit.unitId, schoolYear } },
            body: { month: chosen, reason: reason.trim() },
          }),
        ),
      () => onDone(t('exempt.done', { unit: unit.name, month: longMonth(chosen, language) })),
    );
  };
  return (
    <StepForm
      title={t('exempt.title')}
      lead={t('exempt.lead')}
      submit={t('exempt.grant')}
      busy={step.busy}
      problem={step.problem}
      fields={['reason']}
      onSubmit={grant}
      onCancel={onCancel}
    >
      {month === undefined && (
        <Field>
          <Label>{t('exempt.month')}</Label>
          <Select value={chosen} onChange={({ target }) => choose(target.value)}>
            {months.map((it) => (
              <Select.Option key={it.month} value={it.month}>
                {longMonth(it.month, language)}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
      <LimitedText
        multiline
        rows={2}
        label={t('exempt.reason')}
        description={t('exempt.reasonDetail')}
        value={reason}
        most={LONGEST.reason}
        error={isEmpty ? t('exempt.reasonMissing') : step.wrongAt('reason')}
        onChange={({ target }) => {
          setReason(target.value);
          setEmpty(false);
        }}
      />
    </StepForm>
  );
}
