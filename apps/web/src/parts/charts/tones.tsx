import styles from './charts.module.css';

/**
 * How a series looks: colour and pattern together, so that either tells them apart. `strong` is what is shown; `late` is
 * what has gone wrong; `stand-in` is what counts half, such as a deputy; `missing` is what is not there.
 */
export type Tone = 'strong' | 'late' | 'stand-in' | 'missing';

/** The patterns of a figure, once; `id` must be the figure's own. */
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

/** What fills a shape of the tone. */
export function fillOf(tone: Tone, id: string): { readonly className: string; readonly fill?: string } {
  if (tone === 'strong') return { className: styles.strong! };
  if (tone === 'missing') return { className: styles.missing! };
  return { className: styles.patterned!, fill: `url(#${id}${tone})` };
}
