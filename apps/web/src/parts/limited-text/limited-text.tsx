import { Textfield } from '@digdir/designsystemet-react';
import { useEffect, useId, useState, type ComponentProps } from 'react';
import { lettersTooMany, tooLongInWords } from '#platform/kernel/plain';
import { currentLanguage } from '../../words/language.js';

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
  useEffect(() => {
    if (tooMany === 0) return;
    const input = document.getElementById(id);
    const form = input?.closest('form');
    const keepBack = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      input?.focus();
    };
    form?.addEventListener('submit', keepBack, true);
    return () => form?.removeEventListener('submit', keepBack, true);
  }, [id, tooMany]);
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
