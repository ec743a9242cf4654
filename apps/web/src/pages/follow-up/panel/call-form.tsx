import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#alerts/contract/limits';
import { LimitedText } from '../../../parts/limited-text/limited-text.js';
import { answered, api } from '../../../api/client.js';
import { phoneInWords } from '../../../words/phones.js';
import type { UnitFollowUp } from './unit-follow-up.js';
import { StepForm } from './step-form.js';
import { useStep } from './use-step.js';

interface CallFormProps {
  readonly unit: UnitFollowUp;
  readonly month: string | undefined;
  readonly onDone: (words: string) => void;
  readonly onCancel: () => void;
}

/** «Noter telefon»: the person and the result of a call. Only visible to coordinators. */
export function CallForm({ unit, month, onDone, onCancel }: CallFormProps) {
  const { t } = useTranslation('follow-up');
  const [withId, setWithId] = useState(unit.leaders[0]?.personId ?? '');
  const [note, setNote] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const step = useStep();
  const save = () => {
    if (note.trim() === '') return setEmpty(true);
    step.carryOut(
      () =>
        answered(
          api.POST('/api/units/{unitId}/calls', {
            params: { path: { unitId: unit.unitId } },
            body: { month: month ?? null, withId: withId === '' ? null : withId, note: note.trim() },
          }),
        ),
      () => onDone(t('call.done')),
    );
  };
  return (
    <StepForm
      title={t('steps.call')}
      lead={t('call.lead')}
      submit={t('call.save')}
      busy={step.busy}
      problem={step.problem}
      fields={['note']}
      onSubmit={save}
      onCancel={onCancel}
    >
      <Field>
        <Label>{t('call.with')}</Label>
        <Select value={withId} onChange={({ target }) => setWithId(target.value)}>
          {unit.leaders.map(({ personId, name, phone }) => (
            <Select.Option key={personId} value={personId}>
              {phone === null ? name : `${name}, ${phoneInWords(phone)}`}
            </Select.Option>
          ))}
          <Select.Option value="">{t('call.nobody')}</Select.Option>
        </Select>
      </Field>
      <LimitedText
        multiline
        rows={3}
        label={t('call.note')}
        description={t('call.noteDetail')}
        value={note}
        most={LONGEST.note}
        error={isEmpty ? t('call.noteMissing') : step.wrongAt('note')}
        onChange={({ target }) => {
          setNote(target.value);
          setEmpty(false);
        }}
      />
    </StepForm>
  );
}
