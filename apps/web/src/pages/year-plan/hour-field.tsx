import { Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../words/language.js';
import { timeOfDay } from '../../words/dates.js';
import { hourFrom } from './hours.js';
import styles from './rule-fields.module.css';

/** A time in common notation. Invalid input is reported, and changes nothing. */
export function HourField({ hour, onChange }: { readonly hour: string; readonly onChange: (hour: string) => void }) {
  const { t } = useTranslation('year-plan');
  const [typed, setTyped] = useState<string>();
  const read = typed === undefined ? hour : hourFrom(typed);
  return (
    <Textfield
      data-size="sm"
      className={styles.hour}
      label={t('picker.hour')}
      inputMode="numeric"
      value={typed ?? timeOfDay(hour, currentLanguage())}
      {...(read === undefined && { error: t('picker.noHour') })}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => {
        if (read === undefined) return;
        setTyped(undefined);
        if (read !== hour) onChange(read);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Enter' && read !== undefined && read !== hour) {
          setTyped(undefined);
          onChange(read);
        }
      }}
    />
  );
}
