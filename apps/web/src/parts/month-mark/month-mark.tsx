import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/reads.js';
import styles from './month-mark.module.css';

/** State of a unit's month, as on the board. */
export type MonthState = Answer<'/api/board'>['items'][number]['months'][number]['state'];

/** In the order of a legend: done, faulty, future. */
export const MONTH_STATES: readonly MonthState[] = [
  'filed',
  'protocol-missing',
  'protocol-late',
  'protocol-lost',
  'unconfirmed',
  'missing',
  'exempt',
  'planned',
  'not-planned',
  'not-obliged',
];

/** A shape for each state: distinguishable without colours, in print, and by users with red-green blindness. */
const SHAPES: Readonly<Record<MonthState, React.ReactNode>> = {
  filed: <circle cx="8" cy="8" r="4" />,
  'protocol-missing': (
    <>
      <circle cx="8" cy="8" r="4" className={styles.hollow} />
      <path d="M8 4a4 4 0 0 0 0 8z" />
    </>
  ),
  'protocol-late': (
    <>
      <path d="M8 3.2a4.8 4.8 0 0 0 0 9.6z" />
      <path d="M11 4v5" className={styles.line} />
      <circle cx="11" cy="11.6" r="0.9" />
    </>
  ),
  'protocol-lost': (
    <>
      <circle cx="8" cy="8" r="4" className={styles.hollow} />
      <path d="M5.2 10.8l5.6-5.6" className={styles.line} />
    </>
  ),
  unconfirmed: (
    <>
      <path d="M5.8 6.2a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.5" className={styles.line} />
      <circle cx="8" cy="12" r="0.9" />
    </>
  ),
  missing: <path d="M5 5l6 6M11 5l-6 6" className={styles.line} />,
  exempt: <path d="M5 8h6" className={styles.line} />,
  planned: <circle cx="8" cy="8" r="3.4" className={styles.hollow} />,
  'not-planned': <circle cx="8" cy="8" r="1.1" />,
  'not-obliged': null,
};

/** The symbol alone: its label is beside it, or is the name of its cell. */
export function MonthMark({ state }: { readonly state: MonthState }) {
  return (
    <svg className={styles.mark} data-state={state} viewBox="0 0 16 16" aria-hidden focusable="false">
      {SHAPES[state]}
    </svg>
  );
}

/** The label of a state: «holdt og levert». */
export function useMonthState(): (state: MonthState) => string {
  const { t } = useTranslation('parts');
  return (state) => t(`monthStates.${state}`);
}

/** A symbol with its label. */
export function MonthStateShown({ state }: { readonly state: MonthState }) {
  const inWords = useMonthState();
  return (
    <span className={styles.withWord}>
      <MonthMark state={state} /> {inWords(state)}
    </span>
  );
}
