import type { BrokenRule } from '#platform/kernel';
import type { Ladder } from './ladder.js';

export type LadderRule = 'LADDER_OUT_OF_ORDER' | 'LADDER_RECEIVER_TWICE';

/**
 * The errors in steps of alerts, for settings and for previews of them. Steps in the wrong order or on the same day are
 * reported at the later one.
 */
export const brokenLadder = (ladder: Ladder): readonly BrokenRule<LadderRule>[] =>
  Object.entries(ladder).flatMap(([kind, steps]) =>
    steps.flatMap(({ workingDays, to }, i): BrokenRule<LadderRule>[] => {
      const isOutOfOrder = i > 0 && steps[i - 1]!.workingDays >= workingDays;
      const repeats = new Set<string>(to).size < to.length;
      const at = `ladder.${kind}.${i}`;
      return [
        ...(isOutOfOrder ? [{ rule: 'LADDER_OUT_OF_ORDER' as const, at }] : []),
        ...(repeats ? [{ rule: 'LADDER_RECEIVER_TWICE' as const, at: `${at}.to` }] : []),
      ];
    }),
  );
