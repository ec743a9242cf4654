import styles from './charts.module.css';

/**
 * Appearance of a series, distinguishable by colour or pattern alone. `strong`: main value; `late`: faults; `stand-in`:
 * partial, such as a deputy; `missing`: absent.
 */
export type Tone = 'strong' | 'late' | 'stand-in' | 'missing';

/** Pattern definitions of a figure; `id` must be the figure's own. */
export function Patterns({ id }: { readonly id: string }) {
  return (
    <svg className={styles.patterns} aria-hidden focusable="false">
      <defs>
        <pattern id={`${id}late`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className={styles.lateGround} />
          <rect width="2.4" height="6" className={styles.lateStripe} />
        </pattern>
        <pattern id={`${id}stand-in`} width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" className={styles.standInGround} />
          <circle cx="2.5" cy="2.5" r="1.3" className={styles.standInDot} />
        </pattern>
      </defs>
    </svg>
  );
}

/** Fill of a shape with the tone. */
export function fillOf(tone: Tone, id: string): { readonly className: string; readonly fill?: string } {
  if (tone === 'strong') return { className: styles.strong! };
  if (tone === 'missing') return { className: styles.missing! };
  return { className: styles.patterned!, fill: `url(#${id}${tone})` };
}
