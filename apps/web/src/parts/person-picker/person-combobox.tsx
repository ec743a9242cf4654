import { Input } from '@digdir/designsystemet-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LETTERS, useCandidates } from './candidates.js';
import type { Candidate } from './match.js';
import styles from './person-picker.module.css';

const SHOWN = 8;

export interface PersonComboboxProps {
  /** The unit whose people, and whose services' people, stand first. */
  readonly unitId: string;
  /** Name of the one who is chosen; empty where nobody is. */
  readonly name: string;
  readonly onPick: (person: Candidate | null) => void;
  /** What is heard; what is seen stands beside it. */
  readonly label: string;
  /** One who cannot be chosen: who has it already. */
  readonly except?: string | undefined;
  readonly place?: string;
  readonly faulty?: boolean;
  readonly describedBy?: string | undefined;
  readonly placeholder?: string;
  /** Keys that mean nothing to the list. */
  readonly onKey?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/**
 * One person, found by two letters: those of the unit and of the services that serve it first, then everyone in the
 * municipality. Enter or Tab takes the one that is marked.
 */
export function PersonCombobox(props: PersonComboboxProps) {
  const { unitId, name, onPick, label, except, place, faulty = false, describedBy, placeholder, onKey } = props;
  const { t } = useTranslation(['person-picker', 'frame']);
  const list = useId();
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const [marked, mark] = useState(0);
  const found = useCandidates(unitId, typed ?? '', except);
  const listed = open && typed !== undefined && typed.trim().length >= LETTERS;
  const options = listed ? found.slice(0, SHOWN) : [];
  const active = options[Math.min(marked, options.length - 1)];
  const unsettled = typed !== undefined && typed.trim() !== '' && !open;

  const pick = (person: Candidate) => {
    onPick(person);
    setTyped(undefined);
    setOpen(false);
  };
  const keyed = (event: KeyboardEvent<HTMLInputElement>) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (listed && move !== undefined && !event.altKey) {
      event.preventDefault();
      mark((marked + move + options.length) % Math.max(options.length, 1));
    } else if (
      listed &&
      active &&
      (event.key === 'Enter' || event.key === 'Tab') &&
      !event.ctrlKey &&
      !event.shiftKey
    ) {
      if (event.key === 'Enter') {
        // The row around would take it for «next row».
        event.preventDefault();
        event.stopPropagation();
      }
      pick(active);
    } else if (listed && event.key === 'Escape') {
      event.stopPropagation();
      setOpen(false);
    } else onKey?.(event);
  };
  return (
    <span className={styles.person}>
      <Input
        role="combobox"
        aria-label={label}
        aria-expanded={listed}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active && `${list}-${active.personId}`}
        aria-describedby={describedBy}
        aria-invalid={faulty || unsettled || undefined}
        autoComplete="off"
        data-place={place}
        placeholder={placeholder}
        value={typed ?? name}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          mark(0);
          if (name !== '') onPick(null);
        }}
        onBlur={() => {
          setOpen(false);
          if (typed?.trim() === '') setTyped(undefined);
        }}
        onKeyDown={keyed}
      />
      <ul id={list} role="listbox" aria-label={label} className={styles.list} hidden={!listed}>
        {options.map((person) => (
          // The keys are the field's: the list is never in focus.
          <li
            key={person.personId}
            id={`${list}-${person.personId}`}
            role="option"
            aria-selected={person === active}
            className={styles.option}
            onPointerDown={(event) => {
              event.preventDefault();
              pick(person);
            }}
          >
            {person.name}
            <small>{[person.title ?? t(`frame:roles.${person.role}`), person.place].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
        {listed && options.length === 0 && (
          <li role="option" aria-selected={false} aria-disabled className={styles.none}>
            {t('none')}
          </li>
        )}
      </ul>
      {unsettled && <span className={styles.unsettled}>{t('choose')}</span>}
    </span>
  );
}
