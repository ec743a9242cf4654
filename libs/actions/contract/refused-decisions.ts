/** How many decisions of protocols their actions have refused, and nobody has mended or seen. */
export abstract class RefusedDecisions {
  abstract count(municipality: string): Promise<number>;
}
