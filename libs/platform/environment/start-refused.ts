/**
 * Samspill cannot start, and the user can do something about it. The message is one sentence that says what is wrong and
 * what to do; it is printed alone, without a stack, and the process ends with exit code 3. Nothing has been changed.
 */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
