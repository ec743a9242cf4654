import type { ActionId } from '#platform/kernel';

/** One decision of a protocol that its action refused; null before it is noted. */
export type RefusedDecision = {
  readonly refusalId: string;
  readonly actionId: ActionId;
  readonly isSeen: boolean;
} | null;
