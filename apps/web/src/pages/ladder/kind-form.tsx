import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../parts/section/section.js';
import {
  addedStep,
  daysIn,
  draftStep,
  faultOf,
  type DraftKind,
  type DraftStep,
  type LadderKindShown,
} from './draft.js';
import { useLadderWords } from './ladder-words.js';
import styles from './ladder.module.css';
import { StepForm } from './step-form.js';

interface KindFormProps {
  readonly limits: LadderKindShown;
  readonly draft: DraftKind;
  /** Faults are shown once the form was sent. */
  readonly tried: boolean;
  /** The server's refusals by the place of the step. */
  readonly broken: ReadonlyMap<number, string>;
  readonly onChange: (kind: DraftKind) => void;
}

/** The steps of one kind of alert: in words, until they are to be changed. */
export function KindForm({ limits, draft, tried, broken, onChange }: KindFormProps) {
  const { t } = useTranslation('ladder');
  const { kindOf, stepOf } = useLadderWords();
  const [isOpen, setOpen] = useState(false);
  const adding = useRef<HTMLButtonElement>(null);
  const { kind, mostSteps, standard } = limits;
  const { isOwn, steps } = draft;
  const hasFaults = broken.size > 0 || steps.some((step) => faultOf(step, limits) !== undefined);
  const put = (changed: readonly DraftStep[]) => onChange({ kind, isOwn: true, steps: changed });
  return (
    <Section id={`kind-${kind}`} title={kindOf(kind)} lead={t(isOwn ? 'own' : 'standard')}>
      {steps.length === 0 && <Paragraph>{t('nobody')}</Paragraph>}
      {!isOpen && !hasFaults ? (
        <>
          <ol className={styles.shown}>
            {steps.map((step) => (
              <li key={step.key}>{stepOf(kind, { workingDays: daysIn(step)!, to: step.to })}</li>
            ))}
          </ol>
          <div className={styles.buttons}>
            <Button type="button" variant="secondary" data-size="sm" onClick={() => setOpen(true)}>
              {t('change')}
              <span className="only-for-readers"> {kindOf(kind)}</span>
            </Button>
          </div>
        </>
      ) : (
        <>
          <ol className={styles.steps}>
            {steps.map((step, i) => (
              <li key={step.key}>
                <StepForm
                  isFirst={i === 0}
                  limits={limits}
                  number={i + 1}
                  step={step}
                  tried={tried}
                  broken={broken.get(i)}
                  onChange={(changed) => put(steps.map((it) => (it.key === step.key ? changed : it)))}
                  onRemove={() => {
                    put(steps.filter(({ key }) => key !== step.key));
                    // The button that was pressed is gone.
                    adding.current?.focus();
                  }}
                />
              </li>
            ))}
          </ol>
          <div className={styles.buttons}>
            {steps.length < mostSteps && (
              <Button
                ref={adding}
                type="button"
                variant="tertiary"
                data-size="sm"
                onClick={() => put([...steps, addedStep(steps, limits)])}
              >
                {t('add')}
                <span className="only-for-readers"> {kindOf(kind)}</span>
              </Button>
            )}
            {isOwn && (
              <Button
                type="button"
                variant="tertiary"
                data-size="sm"
                onClick={() => onChange({ kind, isOwn: false, steps: standard.map(draftStep) })}
              >
                {t('useStandard')}
                <span className="only-for-readers"> {kindOf(kind)}</span>
              </Button>
            )}
          </div>
        </>
      )}
    </Section>
  );
}
