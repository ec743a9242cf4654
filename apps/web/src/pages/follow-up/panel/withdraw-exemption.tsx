import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../../api/client.js';
import { ProblemShown } from '../../../parts/states/states.js';
import { useStep } from './use-step.js';

interface WithdrawExemptionProps {
  readonly unitId: string;
  readonly schoolYear: number;
  readonly month: string;
  readonly onDone: (words: string) => void;
}

/** Withdraws an exemption without confirmation, since it can be granted again. */
export function WithdrawExemption({ unitId, schoolYear, month, onDone }: WithdrawExemptionProps) {
  const { t } = useTranslation('follow-up');
  const step = useStep();
  const withdraw = () =>
    step.carryOut(
      () =>
        answered(
          api.DELETE('/api/units/{unitId}/school-years/{schoolYear}/exemptions/{month}', {
            params: { path: { unitId, schoolYear, month } },
          }),
        ),
      () => onDone(t('exempt.withdrawn')),
    );
  return (
    <>
      <Button variant="tertiary" aria-disabled={step.busy} onClick={withdraw}>
        {t('exempt.withdraw')}
      </Button>
      {step.problem !== undefined && <ProblemShown problem={step.problem} />}
    </>
  );
}
