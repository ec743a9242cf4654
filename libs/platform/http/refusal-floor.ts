/**
 * Waits until a refusal has taken as long as every other: whether something exists must not be readable from the time
 * that «forbidden» takes, and a stream that exists takes longer to read than one that does not (ADR 0060).
 * `beganAt`: `performance.now()` when the rights check began; `floorMs`: longer than such a check takes.
 */
export async function untilRefusalFloor(beganAt: number, floorMs: number): Promise<void> {
  const left = floorMs - (performance.now() - beganAt);
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}
