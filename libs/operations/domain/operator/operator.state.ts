/** Operators' decisions about the followers of a municipality's events: the events to skip. */
export interface Operator {
  readonly passedOver: readonly string[];
}
