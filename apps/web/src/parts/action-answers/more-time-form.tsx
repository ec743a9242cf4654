import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session.js';
import type { Day } from '../../words/dates.js';
import { DateField } from '../date-field/date-field.js';
import { AnswerForm } from './answer-form.js';
import forms from './answer-form.module.css';
import { proposedDueOn } from './answers.js';
import { errorAt, NoteField } from './note-field.js';
import { useAnswerForm, type FormProps } from './use-answer-form.js';

interface Values {
  dueOn: Day | null;
  followUpOn: Day | null;
  reason: string;
}

/** Carries the action on with a later due date and a reason, which everyone who reads the action sees. */
export function MoreTimeForm(props: FormProps) {
  const { t } = useTranslation('action-answers');
  const { who } = useSession();
  const proposed = proposedDueOn(props.action, who.today);
  const { form, ...sending } = useAnswerForm<Values>(
    props,
    {
      dueOn: proposed,
      followUpOn: props.action.followUpOn > proposed ? props.action.followUpOn : proposed,
      reason: '',
    },
    async ({ dueOn, followUpOn, reason }, send) => {
      await send('extensions', { dueOn: dueOn!, followUpOn: followUpOn!, reason: reason.trim() });
      return t('said.moreTime');
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
    <AnswerForm label={t('answers.more-time')} submit={t('moreTime.submit')} onCancel={props.onCancel} {...sending}>
      <NoteField form={form} name="reason" label={t('moreTime.reason')} required={t('reasonNeeded')} first />
      <div className={forms.dates}>
        {day('dueOn', t('moreTime.dueOn'))}
        {day('followUpOn', t('nextFollowUpOn'))}
      </div>
    </AnswerForm>
  );
}
