/**
 * Waits until a refusal has taken `floorMs`, so that its time does not reveal whether the subject exists: reading an
 * existing stream takes longer (ADR 0060). `beganAt`: `performance.now()` when the rights check began; `floorMs`:
 * longer than such a check takes.
 */
export async function untilRefusalFloor(beganAt: number, floorMs: number): Promise<void> {
  const left = floorMs - (performance.now() - beganAt);
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}
