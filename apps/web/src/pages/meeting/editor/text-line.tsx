import { Input } from '@digdir/designsystemet-react';
import type { ComponentProps } from 'react';
import { useFieldNotes } from './field-notes.js';

const LONGEST = 500;

interface TextLineProps {
  readonly at: string;
  readonly value: string | null;
  readonly onText: (text: string | null) => void;
  /** Where no label stands around it. */
  readonly label?: string;
  readonly longest?: number;
  readonly placeholder?: string;
  readonly onKeyDown?: ComponentProps<typeof Input>['onKeyDown'];
  /** Where one begins in what an outcome asks for. */
  readonly what?: boolean;
  readonly why?: boolean;
  readonly isFirst?: boolean;
  /** Where one begins in a row. */
  readonly begins?: boolean;
}

/** A line of free text in the draft, with all that is to be said about it. */
export function TextLine(props: TextLineProps) {
  const { at, value, onText, label, longest = LONGEST, placeholder, onKeyDown, what, why, isFirst, begins } = props;
  const { id, faulty, notes } = useFieldNotes(at, value);
  return (
    <>
      <Input
        {...(label && { 'aria-label': label })}
        aria-describedby={id}
        aria-invalid={faulty || undefined}
        autoComplete="off"
        data-place={at}
        {...(what && { 'data-what': true })}
        {...(why && { 'data-why': true })}
        {...(isFirst && { 'data-first': true })}
        {...(begins && { 'data-begin': true })}
        maxLength={longest}
        placeholder={placeholder}
        value={value ?? ''}
        onChange={(event) => onText(event.target.value === '' ? null : event.target.value)}
        onKeyDown={onKeyDown}
      />
      {notes}
    </>
  );
}
