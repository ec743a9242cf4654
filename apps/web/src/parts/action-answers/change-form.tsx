import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session.js';
import type { Day } from '../../words/dates.js';
import { DateField } from '../date-field/date-field.js';
import { AnswerForm } from './answer-form.js';
import forms from './answer-form.module.css';
import type { Action } from './answers.js';
import { CATEGORIES, LEVELS } from './codes.js';
import { errorAt, NoteField, written } from './note-field.js';
import { useAnswerForm, type FormProps } from './use-answer-form.js';

interface Values {
  text: string;
  dueOn: Day | null;
  followUpOn: Day | null;
  level: Action['level'];
  category: Action['category'];
  wantedEffect: string;
  reason: string;
}

/** Changes the action's content, with the reason. Only differences are sent. */
export function ChangeForm(props: FormProps) {
  const { t } = useTranslation('action-answers');
  const { who } = useSession();
  // Untouched fields are not sent, even when somebody else has changed them since.
  const [action] = useState(props.action);
  const { form, ...sending } = useAnswerForm<Values>(
    props,
    {
      text: action.text,
      dueOn: action.dueOn,
      followUpOn: action.followUpOn,
      level: action.level,
      category: action.category,
      wantedEffect: action.wantedEffect ?? '',
      reason: '',
    },
    async (values, send) => {
      await send('changes', { changes: changesIn(action, values), reason: values.reason.trim() });
      return t('said.changed');
    },
  );
  const day = (name: 'dueOn' | 'followUpOn', label: string) => {
    form.register(name, { validate: (value) => value !== null || t('dayNeeded') });
    return (
      <DateField
        label={label}
        value={form.watch(name)}
        onDay={(value) => form.setValue(name, value)}
        around={{ today: who.today }}
        error={errorAt(form.formState.errors, name)}
      />
    );
  };
  return (
    <AnswerForm label={t('answers.change')} submit={t('change.submit')} onCancel={props.onCancel} {...sending}>
      <NoteField form={form} name="text" label={t('change.text')} required={t('change.textNeeded')} first />
      <div className={forms.dates}>
        {day('dueOn', t('change.dueOn'))}
        {day('followUpOn', t('change.followUpOn'))}
      </div>
      <div className={forms.dates}>
        <Field>
          <Label>{t('change.level')}</Label>
          <Select {...form.register('level')}>
            {LEVELS.map((code) => (
              <Select.Option key={code} value={code}>
                {t(`levels.${code}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Field>
          <Label>{t('change.category')}</Label>
          <Select {...form.register('category')}>
            {CATEGORIES.map((code) => (
              <Select.Option key={code} value={code}>
                {t(`categories.${code}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
      </div>
      <NoteField form={form} name="wantedEffect" label={t('change.wantedEffect')} />
      <NoteField form={form} name="reason" label={t('change.reason')} required={t('reasonNeeded')} />
    </AnswerForm>
  );
}

/** Differences between the form and the action. */
function changesIn(action: Action, values: Values) {
  const { text, dueOn, followUpOn, level, category } = values;
  const wantedEffect = written(values.wantedEffect);
  return {
    ...(text.trim() !== action.text && { text: text.trim() }),
    ...(dueOn !== null && dueOn !== action.dueOn && { dueOn }),
    ...(followUpOn !== null && followUpOn !== action.followUpOn && { followUpOn }),
    ...(level !== action.level && { level }),
    ...(category !== action.category && { category }),
    ...(wantedEffect !== action.wantedEffect && { wantedEffect }),
  };
}
