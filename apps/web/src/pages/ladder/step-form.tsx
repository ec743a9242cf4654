import {
  Button,
  Checkbox,
  Field,
  Fieldset,
  Input,
  Label,
  Select,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { faultOf, type DraftStep, type LadderKindShown } from './draft.js';
import { useLadderWords } from './ladder-words.js';
import styles from './ladder.module.css';

interface StepFormProps {
  readonly limits: LadderKindShown;
  /** Takes the focus when the steps are opened. */
  readonly isFirst: boolean;
  /** Place among the steps, from 1. */
  readonly number: number;
  readonly step: DraftStep;
  readonly tried: boolean;
  readonly broken: string | undefined;
  readonly onChange: (step: DraftStep) => void;
  readonly onRemove: () => void;
}

/** One step: how many working days from the day that counts, and who is told. */
export function StepForm({ isFirst, limits, number, step, tried, broken, onChange, onRemove }: StepFormProps) {
  const { t } = useTranslation('ladder');
  const { receiverOf, kindOf } = useLadderWords();
  const faultId = useId();
  const { kind, from, until, receivers } = limits;
  const fault = tried ? faultOf(step, limits) : undefined;
  const words =
    fault === 'days' ? t('faults.days', { from: Math.abs(from), until }) : fault ? t('faults.nobody') : broken;
  const isEitherSide = from < 0 && until > 0;
  const wrong = words === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': faultId };
  return (
    <div className={styles.step}>
      <div className={styles.days}>
        <Field data-size="sm">
          <Label>{t(kind === 'month-unplanned' ? 'fields.left' : 'fields.days')}</Label>
          <Input
            inputMode="numeric"
            autoFocus={isFirst}
            className={styles.number}
            value={step.days}
            onChange={({ target }) => onChange({ ...step, days: target.value })}
            {...(fault !== 'nobody' && wrong)}
          />
        </Field>
        {isEitherSide && (
          <Field data-size="sm">
            <Label>{t('fields.side')}</Label>
            <Select
              value={step.isBefore ? 'before' : 'after'}
              onChange={({ target }) => onChange({ ...step, isBefore: target.value === 'before' })}
            >
              <Select.Option value="before">{t('sides.before', { from: t(`from.${kind}`) })}</Select.Option>
              <Select.Option value="after">{t('sides.after', { from: t(`from.${kind}`) })}</Select.Option>
            </Select>
          </Field>
        )}
        {!isEitherSide && kind !== 'month-unplanned' && (
          <span className={styles.quiet}>{t('sides.after', { from: t(`from.${kind}`) })}</span>
        )}
      </div>
      <Fieldset data-size="sm" className={styles.who}>
        <Fieldset.Legend>{t('fields.who')}</Fieldset.Legend>
        <div className={styles.receivers}>
          {receivers.map((receiver) => (
            <Checkbox
              key={receiver}
              data-size="sm"
              label={receiverOf(receiver)}
              checked={step.to.includes(receiver)}
              onChange={({ target }) =>
                onChange({
                  ...step,
                  to: receivers.filter((it) => (it === receiver ? target.checked : step.to.includes(it))),
                })
              }
              {...(fault === 'nobody' && wrong)}
            />
          ))}
        </div>
      </Fieldset>
      <Button
        type="button"
        variant="tertiary"
        data-size="sm"
        aria-label={t('removeOne', { number, kind: kindOf(kind) })}
        onClick={onRemove}
      >
        {t('remove')}
      </Button>
      {words !== undefined && (
        <ValidationMessage id={faultId} className={styles.fault}>
          {words}
        </ValidationMessage>
      )}
    </div>
  );
}
