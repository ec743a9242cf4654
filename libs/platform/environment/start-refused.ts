/**
 * Samspill cannot start, for a reason that the user can remedy. The message is one sentence with the reason and the
 * remedy; it is printed alone, without a stack, and the process ends with exit code 3. Nothing has been changed.
 */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
