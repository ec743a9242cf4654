import { Field, Label, Select, ValidationMessage } from '@digdir/designsystemet-react';

interface ChoiceProps {
  readonly label: string;
  readonly description?: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChange: (value: string) => void;
}

/** A choice between a few, with its explanation and the API's sentence when it is refused. */
export const Choice = ({ label, description, error, value, options, onChange }: ChoiceProps) => (
  <Field>
    <Label>{label}</Label>
    {description && <Field.Description>{description}</Field.Description>}
    <Select
      value={value}
      aria-invalid={error ? true : undefined}
      onChange={({ target }) => onChange(target.value)}
      width="auto"
    >
      {options.map(([it, text]) => (
        <Select.Option key={it} value={it}>
          {text}
        </Select.Option>
      ))}
    </Select>
    {error && <ValidationMessage>{error}</ValidationMessage>}
  </Field>
);
