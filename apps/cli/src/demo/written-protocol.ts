import type { FilingFacts, ProtocolDraft } from '#meetings';
import type { KnownAction } from './known-action.js';

/** A protocol as filed, and its effect on the actions of the demo. */
export interface WrittenProtocol {
  readonly draft: ProtocolDraft;
  readonly facts: FilingFacts;
  readonly agreed: readonly KnownAction[];
  /** Applies the decisions about earlier actions. */
  decide(): void;
}
