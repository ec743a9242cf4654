import { Select } from '@digdir/designsystemet-react';
import { useId, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './code-select.module.css';

interface CodeSelectProps {
  /** A folder of `codes` in the texts. */
  readonly of: keyof typeof CODES;
  readonly value: string | null;
  /** Proposal shown in the empty field. */
  readonly proposed?: string | null;
  readonly onCode: (code: string | null) => void;
  readonly label: string;
  readonly place?: string;
  readonly faulty?: boolean;
  /** First field of the section. */
  readonly first?: boolean;
  /** First field of a row. */
  readonly begins?: boolean;
  readonly describedBy?: string | undefined;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLSelectElement>) => void;
}

/** The codes of the contract, in display order. */
export const CODES = {
  topic: [
    'learning-environment', 'bullying', 'language', 'reading-writing', 'mathematics', 'behaviour', 'attendance',
    'social-skills', 'mental-health', 'health', 'motor-skills', 'transition', 'parent-cooperation', 'staff-competence',
    'routines', 'physical-environment', 'multilingual', 'other',
  ],
  cause: ['competence', 'cooperation', 'capacity'],
  ageBand: ['0-2', '3-5', '6-9', '10-12', '13-15', '16-23'],
  setting: ['class-or-group', 'whole-unit', 'free-play-or-break', 'home', 'transition', 'online'],
  level: ['individual', 'group', 'system'],
  category: [
    'competence-building', 'guidance', 'observation-assessment', 'group-adaptation', 'parent-cooperation', 'referral',
    'statped', 'extra-resources', 'report', 'other',
  ],
  approach: ['preventive', 'compensating'],
  abandonReason: ['moved', 'consent-withdrawn', 'not-relevant', 'replaced', 'corrected'],
  matterKind: ['system', 'anonymous'],
} as const; // prettier-ignore

/** A select for codes that statistics count. */
export function CodeSelect(props: CodeSelectProps) {
  const {
    of,
    value,
    proposed = null,
    onCode,
    label,
    place,
    faulty = false,
    first,
    begins,
    describedBy,
    onKeyDown,
  } = props;
  const { t } = useTranslation('meeting');
  const hint = useId();
  const isProposed = value === null && proposed !== null;
  const options = useOptions(of);
  return (
    <>
      <Select
        aria-label={label}
        aria-invalid={faulty || undefined}
        aria-describedby={[describedBy, isProposed && hint].filter(Boolean).join(' ') || undefined}
        data-proposed={isProposed || undefined}
        data-place={place}
        {...(first && { 'data-first': true })}
        {...(begins && { 'data-begin': true })}
        width="full"
        value={value ?? ''}
        onChange={(event) => onCode(event.target.value === '' ? null : event.target.value)}
        onKeyDown={onKeyDown}
      >
        {isProposed
          ? [
              <option key="" value="">
                ({t(`codes.${of}.${proposed}`)})
              </option>,
              ...options.slice(1),
            ]
          : options}
      </Select>
      {isProposed && (
        <small id={hint} className={styles.proposed}>
          {t('codes.isProposed')}
        </small>
      )}
    </>
  );
}

const drawn = new Map<string, readonly ReactElement[]>();

/** The options of one kind of code. Cached per language: a row has forty, and is added by a key press. */
function useOptions(of: keyof typeof CODES): readonly ReactElement[] {
  const { t, i18n, ready } = useTranslation('meeting');
  const key = `${i18n.language} ${of}`;
  const known = drawn.get(key);
  if (known) return known;
  const options = [
    ...(of === 'matterKind'
      ? []
      : [
          <option key="" value="">
            {t(`codes.none.${of}`)}
          </option>,
        ]),
    ...CODES[of].map((code) => (
      <option key={code} value={code}>
        {t(`codes.${of}.${code}`)}
      </option>
    )),
  ];
  if (ready) drawn.set(key, options);
  return options;
}
