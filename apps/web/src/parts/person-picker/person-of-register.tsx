import { Field, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useRead } from '../../api/reads.js';
import { Combobox } from './combobox.js';

const FEWEST_LETTERS = 2;

export interface Known {
  readonly personId: string;
  readonly name: string;
}

/** A field for anybody of the register, found by two letters of the name. */
export function PersonOfRegister({
  label,
  chosen,
  error,
  onChange,
}: {
  readonly label: string;
  readonly chosen: Known | undefined;
  /** Error text of the choice. */
  readonly error?: string | undefined;
  readonly onChange: (person: Known | undefined) => void;
}) {
  const [typed, setTyped] = useState('');
  const search = typed.trim();
  const people = useRead(
    '/api/people',
    { query: { search, size: 8 } },
    { enabled: search.length >= FEWEST_LETTERS, keepWhileAsking: true },
  );
  const found = search.length >= FEWEST_LETTERS ? (people.data?.items ?? []) : [];
  const choices = found.map(({ personId, name, title }) => ({
    key: personId,
    name,
    beside: title ?? '',
    pick: () => onChange({ personId, name }),
  }));
  return (
    <Field>
      <Label>{label}</Label>
      <Combobox
        label={label}
        name={chosen?.name ?? ''}
        choices={choices}
        faulty={error !== undefined}
        onType={setTyped}
        onClear={() => onChange(undefined)}
      />
      {error && <ValidationMessage>{error}</ValidationMessage>}
    </Field>
  );
}
