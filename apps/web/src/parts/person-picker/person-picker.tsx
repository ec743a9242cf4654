import { Field, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { PersonCombobox, type PersonComboboxProps } from './person-combobox.js';

interface PersonPickerProps extends Omit<PersonComboboxProps, 'faulty'> {
  /** Error text of the choice. */
  readonly error?: string | undefined;
}

/** A field for one person, found by two letters, with its label above and its error below. */
export function PersonPicker({ error, ...choice }: PersonPickerProps) {
  return (
    <Field>
      <Label>{choice.label}</Label>
      <PersonCombobox {...choice} faulty={error !== undefined} />
      {error && <ValidationMessage>{error}</ValidationMessage>}
    </Field>
  );
}
