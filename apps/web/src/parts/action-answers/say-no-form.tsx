import { useTranslation } from 'react-i18next';
import { AnswerForm } from './answer-form.js';
import { NoteField } from './note-field.js';
import { useAnswerForm, type FormProps } from './use-answer-form.js';

/**
 * Declines an action that a meeting agreed; the unit's leaders see the reason, and it stays with its owner until they
 * act.
 */
export function SayNoForm(props: FormProps) {
  const { t } = useTranslation('action-answers');
  const { form, ...sending } = useAnswerForm<{ reason: string }>(props, { reason: '' }, async ({ reason }, send) => {
    await send('refusal', { reason: reason.trim() });
    return t('said.saidNo');
  });
  return (
    <AnswerForm label={t('answers.say-no')} submit={t('sayNo.submit')} onCancel={props.onCancel} {...sending}>
      <NoteField form={form} name="reason" label={t('sayNo.reason')} required={t('reasonNeeded')} first />
      <p>{t('sayNo.keeps')}</p>
    </AnswerForm>
  );
}
