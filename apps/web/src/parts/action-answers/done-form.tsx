import { Radio, useRadioGroup, Fieldset } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { AnswerForm } from './answer-form.js';
import { EFFECTS, type EffectCode } from './codes.js';
import styles from './choices.module.css';
import { NoteField, written } from './note-field.js';
import { useAnswerForm, type FormProps } from './use-answer-form.js';

interface Values {
  note: string;
  effect: EffectCode | 'later';
}

/** Completes the action with a note; the effect may be judged now or later. */
export function DoneForm(props: FormProps) {
  const { t } = useTranslation('action-answers');
  const { form, ...sending } = useAnswerForm<Values>(
    props,
    { note: '', effect: 'later' },
    async ({ note, effect }, send) => {
      await send('completion', { note: written(note) });
      if (effect !== 'later') await send('effect', { effect, note: null });
      return t('said.done');
    },
  );
  const { getRadioProps } = useRadioGroup({
    name: 'effect',
    value: form.watch('effect'),
    onChange: (value) => form.setValue('effect', value as Values['effect']),
  });
  return (
    <AnswerForm label={t('answers.done')} submit={t('done.submit')} onCancel={props.onCancel} {...sending}>
      <NoteField form={form} name="note" label={t('done.note')} first />
      <Fieldset data-size="sm" className={styles.choices}>
        <Fieldset.Legend>{t('done.effect')}</Fieldset.Legend>
        {(['later', ...EFFECTS] as const).map((code) => (
          <Radio
            key={code}
            label={code === 'later' ? t('done.later') : t(`effects.${code}`)}
            {...getRadioProps(code)}
          />
        ))}
      </Fieldset>
    </AnswerForm>
  );
}
