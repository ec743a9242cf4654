/** Milliseconds without typing before the focus may be moved out of a field. */
export const REST_MS = 1_500;

const TYPED_IN = 'input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable=true]';

/**
 * Calls `then` when moving the focus loses no typed letters: at once when no field is in use, otherwise after a pause
 * in typing. Returns a function that cancels it.
 */
export function whenTypingPauses(then: () => void): () => void {
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

/**
 * Lets the focused field take keys again after a dialog has closed. Chromium gives the focus back to the field, but after a
 * click in the dialog no key reaches it until it loses the focus and gets it once more.
 */
export function takeKeysAgain(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || !field.matches(TYPED_IN)) return;
  field.blur();
  field.focus({ preventScroll: true });
}
