import { Field, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { PersonCombobox, type PersonComboboxProps } from './person-combobox.js';

interface PersonPickerProps extends Omit<PersonComboboxProps, 'faulty'> {
  /** What is wrong with the choice. */
  readonly error?: string | undefined;
}

/** One person, found by two letters, with the label above and what is wrong below. */
export function PersonPicker({ error, ...choice }: PersonPickerProps) {
  return (
    <Field>
      <Label>{choice.label}</Label>
      <PersonCombobox {...choice} faulty={error !== undefined} />
      {error && <ValidationMessage>{error}</ValidationMessage>}
    </Field>
  );
}
