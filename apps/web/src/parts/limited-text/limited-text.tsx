import { Textfield } from '@digdir/designsystemet-react';
import { useId, useState, type ComponentProps } from 'react';
import { lettersTooMany, tooLongInWords } from '#platform/kernel/plain';
import { currentLanguage } from '../../words/language.js';
import { useBlockSubmit } from '../block-submit.js';

type LimitedTextProps = ComponentProps<typeof Textfield> & {
  /** The API's limit in characters. */
  readonly most: number;
};

/**
 * A text field that accepts any typed or pasted text, shows how many characters are too many, and blocks its form until
 * the text is shortened. Nothing is cut off.
 */
export function LimitedText({ most, error, onChange, value, ...field }: LimitedTextProps) {
  const made = useId();
  const id = field.id ?? made;
  const [typed, setTyped] = useState('');
  const tooMany = lettersTooMany(String(value ?? typed).trim(), most);
  useBlockSubmit(id, tooMany > 0);
  const all = {
    ...field,
    id,
    ...(value !== undefined && { value }),
    error: tooMany > 0 ? tooLongInWords(tooMany, most)[currentLanguage()] : error,
    onChange: (event: never) => {
      setTyped((event as { readonly target: { readonly value: string } }).target.value);
      onChange?.(event);
    },
  };
  return <Textfield {...all} />;
}
