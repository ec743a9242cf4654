import { Textfield } from '@digdir/designsystemet-react';
import { useId, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../words/language.js';
import { useBlockSubmit } from '../block-submit.js';
import { longDay, weekOf, type Day } from '../../words/dates.js';
import type { DateContext } from '../../words/typed/understand-date.js';
import { useTypedDate } from './typed-date.js';

interface DateFieldProps {
  readonly label: string;
  readonly value: Day | null;
  /** Null while the text is no date. */
  readonly onDay: (day: Day | null) => void;
  readonly around: DateContext;
  readonly error?: string | undefined;
  /** An empty field means something: then a text that is no date keeps the form back, since it would count as empty. */
  readonly mayBeEmpty?: boolean;
  /** Element that a form focuses when this is its first faulty field. */
  readonly ref?: Ref<HTMLInputElement>;
}

/** A date in common notation (`15.12`, `3u`, `fre`); the whole date with its week is shown beside the label. */
export function DateField({ label, value, onDay, around, error, mayBeEmpty = false, ref }: DateFieldProps) {
  const { t } = useTranslation('date-field');
  const { field, problem } = useTypedDate(value, onDay, around);
  const id = useId();
  useBlockSubmit(id, mayBeEmpty && problem !== undefined);
  return (
    <Textfield
      {...(ref && { ref })}
      id={id}
      label={label}
      description={
        value ? t('whole', { day: longDay(value, currentLanguage(), around.today), week: weekOf(value) }) : t('how')
      }
      error={problem ? t(`problems.${problem}`) : error}
      {...field}
    />
  );
}
