import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCandidates } from './candidates.js';
import { Combobox, type ComboboxProps } from './combobox.js';
import type { Candidate } from './match.js';

export interface PersonComboboxProps extends Omit<ComboboxProps, 'choices' | 'onType' | 'onClear'> {
  /** The unit whose people, and whose services' people, stand first. */
  readonly unitId: string;
  readonly onPick: (person: Candidate | null) => void;
  /** One who cannot be chosen: who has it already. */
  readonly except?: string | undefined;
  /** Those who stand first: who is at the meeting. */
  readonly nearest?: readonly Candidate[];
  /** The day on which they must be at work, as a meeting's; today where it is left out. */
  readonly on?: string | undefined;
}

/**
 * One person, found by two letters: those of the unit and of the services that serve it first, then everyone in the
 * municipality. Enter or Tab takes the one that is marked.
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

/** What tells a person apart from a namesake: title or role, and where. */
export function usePersonBeside(): (person: Candidate) => string {
  const { t } = useTranslation('frame');
  return ({ title, role, place }) => [title ?? t(`roles.${role}`), place].filter(Boolean).join(' · ');
}
