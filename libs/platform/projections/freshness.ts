/** DI token of who knows how far the read models have come: what you wrote is what you read. */
export abstract class Freshness {
  /** True once every live read model has reached `position`; false when it has not within `timeoutMs`. */
  abstract reached(position: bigint, timeoutMs: number): Promise<boolean>;
}
