import { useTranslation } from 'react-i18next';
import { AnswerForm } from './answer-form.js';
import { NoteField, written } from './note-field.js';
import { useAnswerForm, type FormProps } from './use-answer-form.js';

/** Declines an offer; the action stays with its owner. */
export function DeclineForm(props: FormProps) {
  const { t } = useTranslation('action-answers');
  const { form, ...sending } = useAnswerForm<{ reason: string }>(props, { reason: '' }, async ({ reason }, send) => {
    await send('handover/refusal', { reason: written(reason) });
    return t('said.declined', { name: props.action.owner.name ?? '' });
  });
  return (
    <AnswerForm label={t('answers.decline')} submit={t('decline.submit')} onCancel={props.onCancel} {...sending}>
      <NoteField form={form} name="reason" label={t('decline.reason')} first />
    </AnswerForm>
  );
}
