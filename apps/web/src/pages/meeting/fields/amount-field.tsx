import { Input } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { currentLanguage } from '../../../words/language.js';
import { numberInWords } from '../../../words/numbers.js';
import styles from './fields.module.css';

interface AmountFieldProps {
  readonly value: number | null;
  readonly onAmount: (amount: number | null) => void;
  /** Converts typed text to an amount; null when it is none. */
  readonly understand: (typed: string) => number | null;
  readonly label: string;
  /** Error text for invalid input. */
  readonly wrong: string;
  readonly place: string;
  readonly faulty?: boolean;
  readonly describedBy?: string | undefined;
}

/** An amount, typed in common notation: 20 000 or 20000; 1,5. */
export function AmountField(props: AmountFieldProps) {
  const { value, onAmount, understand, label, wrong, place, faulty = false, describedBy } = props;
  const hint = useId();
  const [typed, setTyped] = useState<string>();
  const isWrong = typed !== undefined && typed.trim() !== '' && understand(typed) === null;
  return (
    <span className={styles.date}>
      <Input
        aria-label={label}
        aria-invalid={faulty || isWrong || undefined}
        aria-describedby={[isWrong && hint, describedBy].filter(Boolean).join(' ') || undefined}
        autoComplete="off"
        inputMode="decimal"
        data-place={place}
        value={typed ?? (value === null ? '' : numberInWords(value, currentLanguage()))}
        onChange={(event) => {
          setTyped(event.target.value);
          onAmount(understand(event.target.value));
        }}
        onBlur={() => {
          if (!isWrong) setTyped(undefined);
        }}
      />
      <span id={hint} className={styles.hint} data-problem={isWrong || undefined}>
        {isWrong && wrong}
      </span>
    </span>
  );
}
