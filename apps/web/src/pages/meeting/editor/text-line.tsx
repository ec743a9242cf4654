import { Input, Textarea } from '@digdir/designsystemet-react';
import type { KeyboardEvent } from 'react';
import { LONGEST } from '../draft/held-back.js';
import { useFieldNotes } from './field-notes.js';
import styles from './editor.module.css';

interface TextLineProps {
  readonly at: string;
  readonly value: string | null;
  readonly onText: (text: string | null) => void;
  /** Where no label stands around it. */
  readonly label?: string;
  readonly longest?: number;
  readonly placeholder?: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  /** Takes more lines when the text is longer than one; it is one paragraph all the same. */
  readonly grows?: boolean;
  /** Where one begins in what an outcome asks for. */
  readonly what?: boolean;
  readonly why?: boolean;
  readonly isFirst?: boolean;
  /** Where one begins in a row. */
  readonly begins?: boolean;
}

/** A line of free text in the draft, with all that is to be said about it. */
export function TextLine(props: TextLineProps) {
  const { at, value, onText, label, longest = LONGEST.any, placeholder, onKeyDown, grows } = props;
  const { what, why, isFirst, begins } = props;
  const { id, faulty, notes } = useFieldNotes(at, value, longest);
  const field = {
    ...(label && { 'aria-label': label }),
    'aria-describedby': id,
    'aria-invalid': faulty || undefined,
    autoComplete: 'off',
    'data-place': at,
    ...(what && { 'data-what': true }),
    ...(why && { 'data-why': true }),
    ...(isFirst && { 'data-first': true }),
    ...(begins && { 'data-begin': true }),
    placeholder,
    value: value ?? '',
    onKeyDown,
  };
  const write = (text: string) => onText(text === '' ? null : text);
  return (
    <>
      {grows ? (
        <Textarea
          {...field}
          rows={1}
          className={styles.grows}
          onChange={(event) => write(onOneLine(event.target.value))}
        />
      ) : (
        <Input {...field} onChange={(event) => write(event.target.value)} />
      )}
      {notes}
    </>
  );
}

/** What somebody pastes may have lines. Blanks at its ends stay: somebody may be about to write the next word. */
function onOneLine(text: string): string {
  const lines = text.split(/[\r\n]/);
  if (lines.length === 1) return text;
  const last = lines.length - 1;
  const trimmed = lines.map((line, i) => (i === 0 ? line.trimEnd() : i === last ? line.trimStart() : line.trim()));
  return trimmed.filter((line, i) => line !== '' || i === 0 || i === last).join(' ');
}
