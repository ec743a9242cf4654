import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listed } from '#platform/kernel/plain';
import { LONGEST } from '#alerts/contract/limits';
import { LimitedText } from '../../../parts/limited-text/limited-text.js';
import { answered, api } from '../../../api/client.js';
import { currentLanguage } from '../../../words/language.js';
import { longMonth } from '../../../words/dates.js';
import type { UnitAlert } from './alert-place.js';
import type { UnitFollowUp } from './unit-follow-up.js';
import { StepForm } from './step-form.js';
import { useStep } from './use-step.js';

interface ReminderFormProps {
  readonly unit: UnitFollowUp;
  readonly month: string | undefined;
  readonly onDone: (words: string) => void;
  readonly onCancel: () => void;
}

/** Subject of a reminder: everything, or one kind in one month. */
type Cause = Pick<UnitAlert, 'kind' | 'month'>;
const EVERYTHING = 'alt';
const keyOf = ({ kind, month }: Cause): string => `${kind} ${month ?? ''}`;

/** «Minn på»: subject and text. Shown on the leader's start page until resolved. */
export function ReminderForm({ unit, month, onDone, onCancel }: ReminderFormProps) {
  const { t } = useTranslation('follow-up');
  const language = currentLanguage();
  const causes = [...new Map(unit.matters.map((it) => [keyOf(it), { kind: it.kind, month: it.month }])).values()];
  const ofMonth = causes.find((it) => month !== undefined && it.month === month);
  const [chosen, choose] = useState(ofMonth ? keyOf(ofMonth) : EVERYTHING);
  const [note, setNote] = useState('');
  const step = useStep();
  const names = listed(
    unit.leaders.map(({ name }) => name),
    language,
  );
  const about = causes.find((it) => keyOf(it) === chosen) ?? { kind: null, month: null };
  const send = () =>
    step.carryOut(
      () =>
        answered(
          api.POST('/api/units/{unitId}/reminders', {
            params: { path: { unitId: unit.unitId } },
            body: { ...about, note: note.trim() === '' ? null : note.trim() },
          }),
        ),
      () => onDone(t('remind.done', { names })),
    );
  return (
    <StepForm
      title={t('steps.remind')}
      lead={t('remind.lead', { names })}
      submit={t('remind.send')}
      busy={step.busy}
      problem={step.problem}
      fields={['note']}
      onSubmit={send}
      onCancel={onCancel}
    >
      <Field>
        <Label>{t('remind.of')}</Label>
        <Select value={chosen} onChange={({ target }) => choose(target.value)}>
          <Select.Option value={EVERYTHING}>{t('remind.everything', { count: unit.total })}</Select.Option>
          {causes.map((cause) => (
            <Select.Option key={keyOf(cause)} value={keyOf(cause)}>
              {t(`causes.${cause.kind}`, { month: cause.month ? longMonth(cause.month, language) : '' })}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <LimitedText
        multiline
        rows={2}
        label={t('remind.note')}
        description={t('remind.noteDetail')}
        value={note}
        most={LONGEST.note}
        error={step.wrongAt('note')}
        onChange={({ target }) => setNote(target.value)}
      />
    </StepForm>
  );
}
