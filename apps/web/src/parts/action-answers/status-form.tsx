import { Fieldset, Radio, useRadioGroup } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session.js';
import type { Day } from '../../words/dates.js';
import { DateField } from '../date-field/date-field.js';
import { AnswerForm } from './answer-form.js';
import { proposedFollowUpOn } from './answers.js';
import styles from './choices.module.css';
import { errorAt, NoteField, written } from './note-field.js';
import { useAnswerForm, type FormProps } from './use-answer-form.js';

const KINDS = ['note', 'on-track', 'needs-change', 'done'] as const;
interface Values {
  kind: (typeof KINDS)[number];
  note: string;
  nextFollowUpOn: Day | null;
}

/** Status of an action: only a note, or a follow-up (R4), which sets the next follow-up unless it is done. */
export function StatusForm(props: FormProps) {
  const { t } = useTranslation('action-answers');
  const { who } = useSession();
  const { action } = props;
  // The owner reports a status by default; others record a follow-up.
  const first = action.owner.personId === who.personId ? 'note' : 'on-track';
  const { form, ...sending } = useAnswerForm<Values>(
    props,
    { kind: first, note: '', nextFollowUpOn: proposedFollowUpOn(action, who.today) },
    async ({ kind, note, nextFollowUpOn }, send) => {
      if (kind === 'note') await send('progress-notes', { note: note.trim() });
      else
        await send('follow-ups', {
          outcome: kind,
          note: written(note),
          nextFollowUpOn: kind === 'done' ? null : nextFollowUpOn,
        });
      return t(`said.${kind === 'note' ? 'noted' : kind === 'done' ? 'done' : 'followedUp'}`);
    },
  );
  const kind = form.watch('kind');
  const { getRadioProps } = useRadioGroup({
    name: 'kind',
    value: kind,
    onChange: (value) => form.setValue('kind', value as Values['kind']),
  });
  return (
    <AnswerForm label={t('answers.status')} submit={t('status.submit')} onCancel={props.onCancel} {...sending}>
      <NoteField
        // the rules of the note depend on its kind
        key={kind === 'note' ? 'alone' : 'beside'}
        form={form}
        name="note"
        label={kind === 'note' ? t('status.note') : t('status.seen')}
        {...(kind === 'note' && { required: t('status.noteNeeded') })}
        first
      />
      <Fieldset data-size="sm" className={styles.choices}>
        <Fieldset.Legend>{t('status.kind')}</Fieldset.Legend>
        {KINDS.map((code) => (
          <Radio key={code} label={t(`status.kinds.${code}`)} {...getRadioProps(code)} />
        ))}
      </Fieldset>
      {(kind === 'on-track' || kind === 'needs-change') && (
        <DateField
          label={t('nextFollowUpOn')}
          value={form.watch('nextFollowUpOn')}
          onDay={(day) => form.setValue('nextFollowUpOn', day)}
          around={{ today: who.today }}
          error={errorAt(form.formState.errors, 'nextFollowUpOn')}
        />
      )}
    </AnswerForm>
  );
}
