import styles from './charts.module.css';
import { segments } from './geometry.js';
import { fillOf, type Tone } from './tones.js';

interface BarProps {
  readonly parts: readonly { readonly value: number; readonly tone: Tone }[];
  /** What the whole width stands for. */
  readonly max: number;
  /** The figure's own id. */
  readonly figure: string;
}

/** One bar of parts beside each other. The figures stand beside it in words: the bar itself is not read out. */
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
