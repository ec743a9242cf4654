let query: MediaQueryList | undefined;
/** Undefined without a window. */
const paper = (): MediaQueryList | undefined => (query ??= globalThis.window?.matchMedia('print'));

/** True while the page is printed or saved as PDF. */
export const isOnPaper = (): boolean => paper()?.matches ?? false;

/** Calls `told` before and after printing. Returns a function that stops it. */
export function watchPaper(onChange: () => void): () => void {
  const media = paper();
  media?.addEventListener('change', onChange);
  return () => media?.removeEventListener('change', onChange);
}
