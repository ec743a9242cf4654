import { Button } from '@digdir/designsystemet-react';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemShown } from '../../parts/states/states.js';
import styles from './person.module.css';

interface PersonFormProps {
  readonly ref?: Ref<HTMLFormElement>;
  /** Text of the button that sends the form. */
  readonly save: string;
  readonly color?: 'danger';
  /** A failure that no field shows; undefined when there is none. */
  readonly problem: unknown;
  /** Buttons between sending and cancelling. */
  readonly otherButtons?: ReactNode;
  readonly onSubmit: () => void;
  /** Called for the button and for Escape. */
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A form that opens in place on a person's page, with its buttons. */
export function PersonForm({ ref, save, color, problem, otherButtons, onSubmit, onCancel, children }: PersonFormProps) {
  const { t } = useTranslation('person');
  return (
    <form
      ref={ref}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      {children}
      {problem !== undefined && <ProblemShown problem={problem} />}
      <div className={styles.buttons}>
        <Button type="submit" data-size="sm" data-color={color}>
          {save}
        </Button>
        {otherButtons}
        <Button type="button" variant="tertiary" data-size="sm" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
