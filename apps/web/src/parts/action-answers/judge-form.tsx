import { Fieldset, Radio, useRadioGroup, ValidationMessage } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { AnswerForm } from './answer-form.js';
import { EFFECTS, type EffectCode } from './codes.js';
import styles from './choices.module.css';
import { errorAt, NoteField, written } from './note-field.js';
import { useAnswerForm, type FormProps } from './use-answer-form.js';

interface Values {
  effect: EffectCode | '';
  note: string;
}

/** Judges the effect. After several judgements the last is valid, and all are in the history. */
export function JudgeForm(props: FormProps) {
  const { t } = useTranslation('action-answers');
  const { form, ...sending } = useAnswerForm<Values>(
    props,
    { effect: props.action.effect ?? '', note: '' },
    async ({ effect, note }, send) => {
      await send('effect', { effect: effect as EffectCode, note: written(note) });
      return t('said.judged');
    },
  );
  form.register('effect', { validate: (value) => value !== '' || t('judge.needed') });
  const error = errorAt(form.formState.errors, 'effect');
  const { getRadioProps, validationMessageProps } = useRadioGroup({
    name: 'effect',
    value: form.watch('effect'),
    error: error !== undefined,
    onChange: (value) => {
      form.setValue('effect', value as EffectCode);
      form.clearErrors('effect');
    },
  });
  return (
    <AnswerForm label={t('answers.judge')} submit={t('judge.submit')} onCancel={props.onCancel} {...sending}>
      <Fieldset data-size="sm" className={styles.choices}>
        <Fieldset.Legend>{t('judge.effect')}</Fieldset.Legend>
        {EFFECTS.map((code, at) => (
          <Radio
            key={code}
            label={t(`effects.${code}`)}
            {...getRadioProps(code)}
            {...(at === 0 && { 'data-first': true })}
          />
        ))}
        {error && <ValidationMessage {...validationMessageProps}>{error}</ValidationMessage>}
      </Fieldset>
      <NoteField form={form} name="note" label={t('judge.note')} />
    </AnswerForm>
  );
}
