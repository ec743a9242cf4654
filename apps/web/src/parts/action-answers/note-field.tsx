import type { FieldErrors, FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { LONGEST } from '#actions/contract/limits';
import { LimitedText } from '../limited-text/limited-text.js';

interface NoteFieldProps<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  readonly name: Path<Values>;
  readonly label: string;
  /** Error text for an empty field; undefined when it may be empty. */
  readonly required?: string;
  readonly first?: boolean;
}

/** A note, which everyone who can read the action can read. */
export function NoteField<Values extends FieldValues>({ form, name, label, required, first }: NoteFieldProps<Values>) {
  return (
    <LimitedText
      multiline
      most={LONGEST.note}
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

/** Error text of a field. */
export const errorAt = <Values extends FieldValues>(
  errors: FieldErrors<Values>,
  name: Path<Values>,
): string | undefined => (errors[name] as { readonly message?: string } | undefined)?.message;

/** Empty text becomes null, since the API stores no empty texts. */
export const written = (text: string): string | null => text.trim() || null;
