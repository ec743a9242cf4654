import { Input } from '@digdir/designsystemet-react';
import { useId, useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../frame/language.js';
import { longDay, shortDay } from '../../../words/dates.js';
import { understandDate, type DateSurroundings } from '../dates/understand-date.js';
import type { Day } from '../dates/days.js';
import styles from './fields.module.css';

interface DateFieldProps {
  readonly value: Day | null;
  readonly onDay: (day: Day | null) => void;
  readonly around: DateSurroundings;
  readonly label: string;
  readonly place?: string;
  readonly faulty?: boolean;
  /** Where one begins in the section. */
  readonly first?: boolean;
  readonly describedBy?: string | undefined;
  readonly onKeyDown?: ComponentProps<typeof Input>['onKeyDown'];
}

/** A day, typed as people say it; while one types, the whole date stands below. */
export function DateField(props: DateFieldProps) {
  const { value, onDay, around, label, place, faulty = false, first, describedBy, onKeyDown } = props;
  const { t } = useTranslation('meeting');
  const language = currentLanguage();
  const hint = useId();
  // What is being typed; undefined while the field shows its day.
  const [typed, setTyped] = useState<string>();
  const understood = typed === undefined ? null : understandDate(typed, around);
  const problem = understood && 'problem' in understood ? understood.problem : undefined;
  const shown = understood && 'on' in understood ? understood.on : typed === undefined ? value : null;
  return (
    <span className={styles.date}>
      <Input
        aria-label={label}
        aria-describedby={[hint, describedBy].filter(Boolean).join(' ')}
        aria-invalid={faulty || problem !== undefined || undefined}
        autoComplete="off"
        data-place={place}
        {...(first && { 'data-first': true })}
        value={typed ?? (value ? shortDay(value, language, around.today) : '')}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          const text = event.target.value;
          const next = understandDate(text, around);
          setTyped(text);
          onDay(next && 'on' in next ? next.on : null);
        }}
        onBlur={() => {
          // What was not understood stays as it was typed, to be mended.
          if (problem === undefined) setTyped(undefined);
        }}
        onKeyDown={onKeyDown}
      />
      <span id={hint} className={styles.hint} data-problem={problem !== undefined || undefined}>
        {problem ? t(`date.${problem}`) : shown ? longDay(shown, language, around.today) : ''}
      </span>
    </span>
  );
}
