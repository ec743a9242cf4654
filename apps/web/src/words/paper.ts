let query: MediaQueryList | undefined;
/** Undefined where there is no window. */
const paper = (): MediaQueryList | undefined => (query ??= globalThis.window?.matchMedia('print'));

/** True while the page is being put on paper or into a PDF. */
export const isOnPaper = (): boolean => paper()?.matches ?? false;

/** Calls `told` when the page goes to paper and when it comes back. Answers how to stop. */
export function watchPaper(told: () => void): () => void {
  const media = paper();
  media?.addEventListener('change', told);
  return () => media?.removeEventListener('change', told);
}
