import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../../parts/announcer/announcer.js';
import type { MonthCell } from '../board/board.js';
import { CallForm } from './call-form.js';
import { ExemptionForm } from './exemption-form.js';
import { exemptible } from './exemptible.js';
import styles from './next-steps.module.css';
import { ReminderForm } from './reminder-form.js';
import type { UnitFollowUp } from './unit-follow-up.js';
import { WithdrawExemption } from './withdraw-exemption.js';

type Step = 'remind' | 'call' | 'exempt';

interface NextStepsProps {
  readonly unit: UnitFollowUp;
  readonly month: string | undefined;
  readonly schoolYear: number;
  readonly months: readonly MonthCell[];
}

/** Remind, record a call, grant an exemption: each opens its form in place, and reports when it is done. */
export function NextSteps({ unit, month, schoolYear, months }: NextStepsProps) {
  const { t } = useTranslation('follow-up');
  const announce = useAnnounce();
  const [step, setStep] = useState<Step>();
  const buttons = useRef<HTMLDivElement>(null);
  const closed = useRef<Step>(undefined);
  const canRemind = unit.matters.length > 0 && unit.leaders.length > 0;
  const canExempt = exemptible(months);
  const exempted = months.find((it) => it.month === month && it.exemptReason !== null);
  const close = () => {
    closed.current = step;
    setStep(undefined);
  };
  // Once the buttons are shown again, the one that opened the form takes the focus.
  useEffect(() => {
    if (step !== undefined || closed.current === undefined) return;
    const opener = buttons.current?.querySelector<HTMLElement>(`[data-step="${closed.current}"]`);
    closed.current = undefined;
    (opener ?? buttons.current?.querySelector('button'))?.focus();
  }, [step]);
  const done = (words: string) => {
    close();
    announce(words);
  };
  const forms = { unit, month, onDone: done, onCancel: close };
  if (step === 'remind') return <ReminderForm {...forms} />;
  if (step === 'call') return <CallForm {...forms} />;
  if (step === 'exempt') return <ExemptionForm {...forms} schoolYear={schoolYear} months={canExempt} />;
  return (
    <div className={styles.steps} ref={buttons}>
      {canRemind && (
        <Button data-step="remind" onClick={() => setStep('remind')}>
          {t('steps.remind')}
        </Button>
      )}
      <Button data-step="call" variant="secondary" onClick={() => setStep('call')}>
        {t('steps.call')}
      </Button>
      {canExempt.length > 0 && (month === undefined || canExempt.some((it) => it.month === month)) && (
        <Button data-step="exempt" variant="tertiary" onClick={() => setStep('exempt')}>
          {t('steps.exempt')}
        </Button>
      )}
      {exempted && (
        <WithdrawExemption unitId={unit.unitId} schoolYear={schoolYear} month={exempted.month} onDone={done} />
      )}
    </div>
  );
}
