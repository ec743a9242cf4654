import { Input } from '@digdir/designsystemet-react';
import { useId, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../words/language.js';
import { longDay, type Day } from '../../../words/dates.js';
import { useTypedDate } from '../../../parts/date-field/typed-date.js';
import type { DateContext } from '../../../words/typed/understand-date.js';
import styles from './fields.module.css';

interface DateFieldProps {
  readonly value: Day | null;
  readonly onDay: (day: Day | null) => void;
  readonly around: DateContext;
  readonly label: string;
  readonly place?: string;
  readonly faulty?: boolean;
  /** First field of the section. */
  readonly first?: boolean;
  readonly describedBy?: string | undefined;
  readonly onKeyDown?: ComponentProps<typeof Input>['onKeyDown'];
}

/** A date in common notation; while typing, the whole date is shown below. */
export function DateField(props: DateFieldProps) {
  const { value, onDay, around, label, place, faulty = false, first, describedBy, onKeyDown } = props;
  const { t } = useTranslation('meeting');
  const language = currentLanguage();
  const hint = useId();
  const { field, problem, day } = useTypedDate(value, onDay, around);
  return (
    <span className={styles.date}>
      <Input
        aria-label={label}
        aria-describedby={[hint, describedBy].filter(Boolean).join(' ')}
        aria-invalid={faulty || problem !== undefined || undefined}
        data-place={place}
        {...(first && { 'data-first': true })}
        {...field}
        onKeyDown={onKeyDown}
      />
      <span id={hint} className={styles.hint} data-problem={problem !== undefined || undefined}>
        {problem ? t(`date.${problem}`) : day ? longDay(day, language, around.today) : ''}
      </span>
    </span>
  );
}
