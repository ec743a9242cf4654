import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#alerts/contract/limits';
import { answered, api } from '../../api/client.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSession } from '../../session/session.js';
import { useAnnounce } from '../announcer/announcer.js';
import { DateField } from '../date-field/date-field.js';
import { FormDialog } from '../form-dialog/form-dialog.js';
import { LimitedText } from '../limited-text/limited-text.js';
import type { ToldAlert } from './alert-place.js';

/** The steps that a person can take about an alert that they were told. */
export type AlertStep = 'snooze' | 'ask' | 'note' | 'handle';

interface AlertDialogProps {
  readonly alert: ToldAlert;
  readonly step: AlertStep;
  readonly onDone: () => void;
}

/** Puts an alert aside, asks the owner, notes what was done, or marks the alert as handled. */
export function AlertDialog({ alert, step, onDone }: AlertDialogProps) {
  const { t } = useTranslation('told-alerts');
  const { who } = useSession();
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const [until, setUntil] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const needsText = step === 'snooze' || step === 'note';
  const isTextMissing = needsText && note.trim() === '';
  const isDayMissing = step === 'snooze' && until === null;
  const send = async () => {
    if (isTextMissing || isDayMissing) return setMissing(true);
    await sendStep(step, alert.alertId, { note: note.trim(), until });
    announce(t(`${step}.done`));
    await refetchChanged('alert');
    onDone();
  };
  return (
    <FormDialog
      title={t(`${step}.title`)}
      detail={t(`${step}.detail`, { name: alert.owner?.name ?? t('unnamed') })}
      submit={t(`${step}.do`)}
      onClose={onDone}
      onSubmit={send}
    >
      {step === 'snooze' && (
        <DateField
          label={t('snooze.until')}
          value={until}
          onDay={setUntil}
          around={{ today: who.today }}
          error={missing && isDayMissing ? t('snooze.dayMissing') : undefined}
        />
      )}
      <LimitedText
        label={t(`${step}.note`)}
        description={t('noChild')}
        most={LONGEST.note}
        value={note}
        error={missing && isTextMissing ? t(step === 'snooze' ? 'snooze.reasonMissing' : 'note.missing') : undefined}
        onChange={({ target }) => setNote(target.value)}
      />
    </FormDialog>
  );
}

function sendStep(
  step: AlertStep,
  alertId: string,
  { note, until }: { readonly note: string; readonly until: string | null },
): Promise<unknown> {
  const params = { path: { alertId } };
  const maybe = note === '' ? null : note;
  switch (step) {
    case 'snooze':
      return answered(api.POST('/api/alerts/{alertId}/snooze', { params, body: { until: until!, reason: note } }));
    case 'ask':
      return answered(api.POST('/api/alerts/{alertId}/questions', { params, body: { note: maybe } }));
    case 'note':
      return answered(api.POST('/api/alerts/{alertId}/notes', { params, body: { note } }));
    case 'handle':
      return answered(api.POST('/api/alerts/{alertId}/handling', { params, body: { note: maybe } }));
  }
}
