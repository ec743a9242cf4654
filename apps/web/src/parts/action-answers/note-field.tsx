import type { FieldErrors, FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { LimitedText } from '../limited-text/limited-text.js';

/** Characters; the API takes no more. */
const LONGEST = 500;

interface NoteFieldProps<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  readonly name: Path<Values>;
  readonly label: string;
  /** What is said where it is left empty; undefined where it may be. */
  readonly required?: string;
  readonly first?: boolean;
}

/** Some words, of which everyone who reads the action reads all. */
export function NoteField<Values extends FieldValues>({ form, name, label, required, first }: NoteFieldProps<Values>) {
  return (
    <LimitedText
      multiline
      most={LONGEST}
      rows={2}
      label={label}
      {...(first && { 'data-first': true })}
      error={errorAt(form.formState.errors, name)}
      {...form.register(name, {
        ...(required !== undefined && { validate: (value: string) => value.trim() !== '' || required }),
      })}
    />
  );
}

/** What is wrong at a field, in words. */
export const errorAt = <Values extends FieldValues>(
  errors: FieldErrors<Values>,
  name: Path<Values>,
): string | undefined => (errors[name] as { readonly message?: string } | undefined)?.message;

/** Nothing written is null: the API keeps no empty texts. */
export const written = (text: string): string | null => text.trim() || null;
