import { Fieldset, Radio, useRadioGroup, ValidationMessage } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { AnswerForm } from './answer-form.js';
import { ABANDON_REASONS, type AbandonCode } from './codes.js';
import styles from './choices.module.css';
import { errorAt, NoteField, written } from './note-field.js';
import { useAnswerForm, type FormProps } from './use-answer-form.js';

interface Values {
  reason: AbandonCode | '';
  note: string;
}

/** Ended without being completed, with a coded reason for statistics. */
export function AbandonForm(props: FormProps) {
  const { t } = useTranslation('action-answers');
  const { form, ...sending } = useAnswerForm<Values>(
    props,
    { reason: '', note: '' },
    async ({ reason, note }, send) => {
      await send('abandonment', { reason: reason as AbandonCode, note: written(note) });
      return t('said.abandoned');
    },
  );
  form.register('reason', { validate: (value) => value !== '' || t('abandon.needed') });
  const error = errorAt(form.formState.errors, 'reason');
  const { getRadioProps, validationMessageProps } = useRadioGroup({
    name: 'reason',
    value: form.watch('reason'),
    error: error !== undefined,
    onChange: (value) => {
      form.setValue('reason', value as AbandonCode);
      form.clearErrors('reason');
    },
  });
  return (
    <AnswerForm label={t('answers.abandon')} submit={t('abandon.submit')} onCancel={props.onCancel} {...sending}>
      <Fieldset data-size="sm" className={styles.choices}>
        <Fieldset.Legend>{t('abandon.reason')}</Fieldset.Legend>
        {ABANDON_REASONS.map((code, at) => (
          <Radio
            key={code}
            label={t(`abandonReasons.${code}`)}
            {...getRadioProps(code)}
            {...(at === 0 && { 'data-first': true })}
          />
        ))}
        {error && <ValidationMessage {...validationMessageProps}>{error}</ValidationMessage>}
      </Fieldset>
      <NoteField form={form} name="note" label={t('abandon.note')} />
    </AnswerForm>
  );
}
