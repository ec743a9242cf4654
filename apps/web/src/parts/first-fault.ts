const FAULT = '[aria-invalid="true"]';

/**
 * After a submission: the first faulty field in reading order takes the focus, once the form shows its faults, however
 * late the answer is rendered. The search ends when a fault is found, and when the user types.
 */
export function focusFirstFault(form: HTMLElement): void {
  const stop = () => {
    observer.disconnect();
    form.removeEventListener('input', stop);
  };
  const look = () => {
    if (!form.querySelector(FAULT)) return;
    stop();
    // react-hook-form focuses the first fault in the form's own order by a timer; the second timer here comes after it
    setTimeout(() => setTimeout(() => form.querySelector<HTMLElement>(FAULT)?.focus()));
  };
  const observer = new MutationObserver(look);
  observer.observe(form, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-invalid'] });
  form.addEventListener('input', stop);
  // the faults of an earlier submission are shown already and change nothing
  requestAnimationFrame(look);
}
