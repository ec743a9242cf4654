import { useState, type ChangeEvent, type FocusEvent } from 'react';
import { currentLanguage } from '../../words/language.js';
import { shortDay, shortDayWithYear, type Day } from '../../words/dates.js';
import { understandDate, type DateContext } from '../../words/typed/understand-date.js';

/**
 * State of a date field: it shows its date, or the typed text. `onDay` is called at every letter, with null while the
 * text is no date. Text that was not understood stays for correction.
 */
export function useTypedDate(value: Day | null, onDay: (day: Day | null) => void, around: DateContext) {
  // Undefined while the field shows its date.
  const [typed, setTyped] = useState<string>();
  const understood = typed === undefined ? null : understandDate(typed, around);
  const problem = understood && 'problem' in understood ? understood.problem : undefined;
  return {
    problem,
    /** The date that the text means. */
    day: understood && 'on' in understood ? understood.on : typed === undefined ? value : null,
    field: {
      autoComplete: 'off',
      value: typed ?? (value ? inField(value, around) : ''),
      onFocus: (event: FocusEvent<HTMLInputElement>) => event.target.select(),
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        const next = understandDate(event.target.value, around);
        setTyped(event.target.value);
        onDay(next && 'on' in next ? next.on : null);
      },
      onBlur: () => {
        if (problem === undefined) setTyped(undefined);
      },
    },
  } as const;
}

/** A date in the field: without its year only if the same text typed again would mean the same date. */
function inField(day: Day, around: DateContext): string {
  const short = shortDay(day, currentLanguage(), around.today);
  const understood = understandDate(short, around);
  return understood && 'on' in understood && understood.on === day ? short : shortDayWithYear(day, currentLanguage());
}
