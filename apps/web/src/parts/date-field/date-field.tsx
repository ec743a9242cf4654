import { Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../frame/language.js';
import { understandDate, type DateSurroundings } from '../../pages/meeting/dates/understand-date.js';
import { longDay, shortDay, weekOf, type Day } from '../../words/dates.js';

interface DateFieldProps {
  readonly label: string;
  readonly value: Day | null;
  /** Null while what is typed is no day. */
  readonly onDay: (day: Day | null) => void;
  readonly around: DateSurroundings;
  readonly error?: string | undefined;
}

/** A day, typed as people say it (`15.12`, `3u`, `fre`); the whole date with its week stands beside the label. */
export function DateField({ label, value, onDay, around, error }: DateFieldProps) {
  const { t } = useTranslation('date-field');
  const language = currentLanguage();
  // What is being typed; undefined while the field shows its day.
  const [typed, setTyped] = useState<string>();
  const understood = typed === undefined ? null : understandDate(typed, around);
  const problem = understood && 'problem' in understood ? understood.problem : undefined;
  return (
    <Textfield
      label={label}
      description={value ? t('whole', { day: longDay(value, language, around.today), week: weekOf(value) }) : t('how')}
      error={problem ? t(`problems.${problem}`) : error}
      autoComplete="off"
      value={typed ?? (value ? shortDay(value, language, around.today) : '')}
      onFocus={(event) => event.target.select()}
      onChange={(event) => {
        const next = understandDate(event.target.value, around);
        setTyped(event.target.value);
        onDay(next && 'on' in next ? next.on : null);
      }}
      onBlur={() => {
        // What was not understood stays as it was typed, to be mended.
        if (problem === undefined) setTyped(undefined);
      }}
    />
  );
}
