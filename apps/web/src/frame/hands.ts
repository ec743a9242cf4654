/** How long nothing must have been typed before the focus may be taken from a field, in ms. */
export const REST_MS = 1_500;

const TYPED_IN = 'input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable=true]';

/**
 * Calls `then` when taking the focus loses nobody's letters: at once where no field is typed in, else when the hands have
 * rested for a moment. Answers how to give it up.
 */
export function whenHandsRest(then: () => void): () => void {
  if (!document.activeElement?.matches(TYPED_IN)) {
    then();
    return () => undefined;
  }
  const done = () => {
    leave();
    then();
  };
  let timer = setTimeout(done, REST_MS);
  const typed = () => {
    clearTimeout(timer);
    timer = setTimeout(done, REST_MS);
  };
  const leave = () => {
    clearTimeout(timer);
    document.removeEventListener('keydown', typed, true);
    document.removeEventListener('input', typed, true);
  };
  document.addEventListener('keydown', typed, true);
  document.addEventListener('input', typed, true);
  return leave;
}
