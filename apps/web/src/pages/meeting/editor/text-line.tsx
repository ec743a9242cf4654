import { Input, Textarea } from '@digdir/designsystemet-react';
import type { KeyboardEvent } from 'react';
import { LONGEST } from '#meetings/domain/draft';
import { useFieldNotes } from './field-notes.js';
import styles from './text-line.module.css';

interface TextLineProps {
  readonly at: string;
  readonly value: string | null;
  readonly onText: (text: string | null) => void;
  /** For a field without a surrounding label. */
  readonly label?: string;
  readonly longest?: number;
  readonly placeholder?: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  /** Grows with its text, which is still one paragraph. */
  readonly grows?: boolean;
  /** First field of an outcome's details. */
  readonly what?: boolean;
  readonly why?: boolean;
  readonly isFirst?: boolean;
  /** First field of a row. */
  readonly begins?: boolean;
}

/** A line of free text in the draft, with all its notes. */
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

/** Removes line breaks of pasted text. Spaces at its ends stay, since the user may be about to type the next word. */
function onOneLine(text: string): string {
  const lines = text.split(/[\r\n]/);
  if (lines.length === 1) return text;
  const last = lines.length - 1;
  const trimmed = lines.map((line, i) => (i === 0 ? line.trimEnd() : i === last ? line.trimStart() : line.trim()));
  return trimmed.filter((line, i) => line !== '' || i === 0 || i === last).join(' ');
}
