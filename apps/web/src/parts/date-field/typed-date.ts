import { useState, type ChangeEvent, type FocusEvent } from 'react';
import { currentLanguage } from '../../frame/language.js';
import { shortDay, shortDayWithYear, type Day } from '../../words/dates.js';
import { understandDate, type DateSurroundings } from '../../words/typed/understand-date.js';

/**
 * How a field behaves in which a day is typed as people say it: it shows its day, then what is typed. `onDay` is told at
 * every letter, null while it is no day. What was not understood stays as it was typed, to be mended.
 */
export function useTypedDate(value: Day | null, onDay: (day: Day | null) => void, around: DateSurroundings) {
  // Undefined while the field shows its day.
  const [typed, setTyped] = useState<string>();
  const understood = typed === undefined ? null : understandDate(typed, around);
  const problem = understood && 'problem' in understood ? understood.problem : undefined;
  return {
    problem,
    /** The day that what stands there means. */
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

/** A day as the field shows it: without its year only where the same words typed again would mean the same day. */
function inField(day: Day, around: DateSurroundings): string {
  const short = shortDay(day, currentLanguage(), around.today);
  const understood = understandDate(short, around);
  return understood && 'on' in understood && understood.on === day ? short : shortDayWithYear(day, currentLanguage());
}
