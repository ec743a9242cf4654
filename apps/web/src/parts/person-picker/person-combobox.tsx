import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCandidates } from './candidates.js';
import { Combobox, type ComboboxProps } from './combobox.js';
import type { Candidate } from './match.js';

export interface PersonComboboxProps extends Omit<ComboboxProps, 'choices' | 'onType' | 'onClear'> {
  /** The unit whose people, and whose services' people, are listed first. */
  readonly unitId: string;
  readonly onPick: (person: Candidate | null) => void;
  /** A person who cannot be chosen, such as the current owner. */
  readonly except?: string | undefined;
  /** People listed first: those at the meeting. */
  readonly nearest?: readonly Candidate[];
  /** The day on which they must be at work, such as a meeting's; today by default. */
  readonly on?: string | undefined;
}

/**
 * A field for one person, found by two letters: those of the unit and of its services first, then everyone in the
 * municipality. Enter or Tab takes the marked one.
 */
export function PersonCombobox({ unitId, onPick, except, nearest, on, ...field }: PersonComboboxProps) {
  const [typed, setTyped] = useState('');
  const beside = usePersonBeside();
  const choices = useCandidates(unitId, typed, { except, nearest, on }).map((person) => ({
    key: person.personId,
    name: person.name,
    beside: beside(person),
    pick: () => onPick(person),
  }));
  return <Combobox {...field} choices={choices} onType={setTyped} onClear={() => onPick(null)} />;
}

/** Details that distinguish namesakes: title or role, and place. */
export function usePersonBeside(): (person: Candidate) => string {
  const { t } = useTranslation('parts');
  return ({ title, role, place }) => [title ?? t(`roles.${role}`), place].filter(Boolean).join(' · ');
}
