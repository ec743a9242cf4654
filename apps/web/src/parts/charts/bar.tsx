import styles from './charts.module.css';
import { segments } from './geometry.js';
import { fillOf, type Tone } from './tones.js';

interface BarProps {
  readonly parts: readonly { readonly value: number; readonly tone: Tone }[];
  /** Value of the full width. */
  readonly max: number;
  /** Id of the figure. */
  readonly figure: string;
}

/** One stacked bar. The figures are in text beside it; screen readers skip the bar itself. */
export function Bar({ parts, max, figure }: BarProps) {
  const places = segments(
    parts.map(({ value }) => value),
    max,
  );
  return (
    <svg className={styles.bar} aria-hidden focusable="false">
      {parts.map(({ tone, value }, i) =>
        value === 0 ? null : (
          <rect
            key={tone}
            x={`${places[i]!.x}%`}
            width={`${places[i]!.width}%`}
            height="100%"
            {...fillOf(tone, figure)}
          />
        ),
      )}
    </svg>
  );
}
