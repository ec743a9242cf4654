/** Number of protocol decisions that their actions refused and that are neither resolved nor seen. */
export abstract class RefusedDecisions {
  abstract count(tenant: string): Promise<number>;
}
