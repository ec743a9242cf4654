import { Input } from '@digdir/designsystemet-react';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlockSubmit } from '../block-submit.js';
import { LETTERS } from './candidates.js';
import { placeInWindow } from './place-in-window.js';
import styles from './person-picker.module.css';

const SHOWN = 8;

/** One of the choices, with details that distinguish namesakes. */
export interface Choice {
  readonly key: string;
  readonly name: string;
  readonly beside: string;
  readonly pick: () => void;
}

export interface ComboboxProps {
  /** Matches of the typed text, most likely first. */
  readonly choices: readonly Choice[];
  /** Called at every letter, to find matches. */
  readonly onType: (typed: string) => void;
  /** Name of the chosen item; empty for none. */
  readonly name: string;
  /** Called when the choice is cleared by typing. */
  readonly onClear?: () => void;
  /** Label for screen readers; the visible one is beside the field. */
  readonly label: string;
  readonly place?: string;
  readonly faulty?: boolean;
  readonly describedBy?: string | undefined;
  readonly placeholder?: string;
  /** Handles keys that the list does not use. */
  readonly onKey?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/**
 * A choice found by two letters. Enter or Tab takes the marked one. Typed text that nothing was chosen for blocks the
 * form, since saving would drop it.
 */
export function Combobox(props: ComboboxProps) {
  const { choices, onType, name, onClear, label, place, faulty = false, describedBy, placeholder, onKey } = props;
  const { t } = useTranslation('person-picker');
  const field = useId();
  const list = useId();
  const help = useId();
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const [marked, mark] = useState(0);
  const listed = open && typed !== undefined && typed.trim().length >= LETTERS;
  const options = listed ? choices.slice(0, SHOWN) : [];
  const active = options[Math.min(marked, options.length - 1)];
  const shown = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    const box = shown.current;
    const input = box?.parentElement?.querySelector('input');
    if (!listed || !box || !input) return;
    box.style.maxHeight = '';
    const { above, shift, maxHeight } = placeInWindow(input.getBoundingClientRect(), box.getBoundingClientRect(), {
      width: document.documentElement.clientWidth,
      height: window.innerHeight,
    });
    box.toggleAttribute('data-above', above);
    box.style.insetInlineStart = `${-shift}px`;
    box.style.maxHeight = `min(16rem, ${maxHeight}px)`;
  }, [listed, options.length]);
  const isTyped = typed !== undefined && typed.trim() !== '';
  const unsettled = isTyped && !open;
  useBlockSubmit(field, isTyped);

  const write = (text: string | undefined) => {
    setTyped(text);
    onType(text ?? '');
  };
  const pick = (choice: Choice) => {
    choice.pick();
    write(undefined);
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
        // The surrounding row would treat it as «next row».
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
        id={field}
        role="combobox"
        aria-label={label}
        aria-expanded={listed}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active && `${list}-${active.key}`}
        aria-describedby={[describedBy, unsettled && help].filter(Boolean).join(' ') || undefined}
        aria-invalid={faulty || unsettled || undefined}
        autoComplete="off"
        data-place={place}
        placeholder={placeholder}
        value={typed ?? name}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          write(event.target.value);
          setOpen(true);
          mark(0);
          if (name !== '') onClear?.();
        }}
        onBlur={() => {
          setOpen(false);
          if (typed?.trim() === '') write(undefined);
        }}
        onKeyDown={keyed}
      />
      <ul ref={shown} id={list} role="listbox" aria-label={label} className={styles.list} hidden={!listed}>
        {options.map((choice) => (
          // Key handling is in the field: the list never has the focus.
          <li
            key={choice.key}
            id={`${list}-${choice.key}`}
            role="option"
            aria-selected={choice === active}
            className={styles.option}
            onPointerDown={(event) => {
              event.preventDefault();
              pick(choice);
            }}
          >
            {choice.name}
            <small>{choice.beside}</small>
          </li>
        ))}
        {listed && options.length === 0 && (
          <li role="option" aria-selected={false} aria-disabled className={styles.none}>
            {t('none')}
          </li>
        )}
      </ul>
      {unsettled && (
        <span id={help} className={styles.unsettled}>
          {t('choose')}
        </span>
      )}
    </span>
  );
}
