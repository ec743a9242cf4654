// Codes of the contract, in display order.

export const EFFECTS = ['worked', 'partly', 'did-not', 'cannot-be-judged'] as const;
export type EffectCode = (typeof EFFECTS)[number];

/** `corrected` only results from a correction of the protocol. */
export const ABANDON_REASONS = ['not-relevant', 'replaced', 'moved', 'consent-withdrawn'] as const;
export type AbandonCode = (typeof ABANDON_REASONS)[number];

export const LEVELS = ['individual', 'group', 'system'] as const;
export const CATEGORIES = [
  'competence-building',
  'guidance',
  'observation-assessment',
  'group-adaptation',
  'parent-cooperation',
  'referral',
  'statped',
  'extra-resources',
  'report',
  'other',
] as const;
export const APPROACHES = ['preventive', 'compensating'] as const;
