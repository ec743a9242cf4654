import { Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '../person-picker/match.js';
import { PersonPicker } from '../person-picker/person-picker.js';
import { AnswerForm } from './answer-form.js';
import { errorAt, NoteField, written } from './note-field.js';
import { useAnswerForm, type FormProps } from './use-answer-form.js';

interface Values {
  to: string;
  reason: string;
}

/** Offers the action to another person. The owner keeps it until acceptance. */
export function HandOverForm(props: FormProps) {
  const { t } = useTranslation('action-answers');
  const { action } = props;
  const [chosen, choose] = useState<Candidate | null>(null);
  const { form, ...sending } = useAnswerForm<Values>(props, { to: '', reason: '' }, async ({ to, reason }, send) => {
    await send('handover', {
      to,
      reason: written(reason),
      ...(chosen?.serviceId && { toServiceId: chosen.serviceId }),
    });
    return t('said.offered', { name: chosen?.name ?? '' });
  });
  form.register('to', { validate: (value) => value !== '' || t('handOver.toNeeded') });
  return (
    <AnswerForm label={t('answers.hand-over')} submit={t('handOver.submit')} onCancel={props.onCancel} {...sending}>
      <PersonPicker
        label={t('handOver.to')}
        unitId={action.units[0]!.unitId}
        name={chosen?.name ?? ''}
        except={action.owner.personId}
        placeholder={t('handOver.letters')}
        error={errorAt(form.formState.errors, 'to')}
        onPick={(person) => {
          choose(person);
          form.setValue('to', person?.personId ?? '');
          form.clearErrors('to');
        }}
      />
      <NoteField form={form} name="reason" label={t('handOver.reason')} />
      <Paragraph data-size="sm">{t('handOver.keeps', { name: action.owner.name ?? '' })}</Paragraph>
    </AnswerForm>
  );
}
