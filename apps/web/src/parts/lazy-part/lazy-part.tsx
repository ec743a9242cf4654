import { useEffect, useState, type ComponentType, type ReactNode } from 'react';

type LazyPart<Props> = ComponentType<Props & { readonly waiting?: ReactNode }> & {
  /** Loads the part before it is shown. @rejects when it cannot be loaded; the next call tries again */
  readonly fetch: () => Promise<unknown>;
};

/**
 * A part of a page that is loaded when first shown, with `waiting` as its placeholder. A failed load breaks its page
 * like any fault.
 * Not React's `lazy`: React delays content of a Suspense boundary until 300 ms after the last suspension, which is
 * longer than any of these takes to load.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let there: ComponentType<Props> | undefined;
  let loading: Promise<ComponentType<Props>> | undefined;
  const fetch = () => {
    loading ??= load();
    loading.then(
      (part) => (there = part),
      () => (loading = undefined),
    );
    return loading;
  };
  function LoadedPart({ waiting = null, ...props }: Props & { readonly waiting?: ReactNode }) {
    const [Part, setPart] = useState(() => there);
    const [fault, setFault] = useState<{ readonly reason: unknown }>();
    useEffect(() => {
      if (Part) return undefined;
      let isWanted = true;
      fetch().then(
        (part) => isWanted && setPart(() => part),
        (reason: unknown) => isWanted && setFault({ reason }),
      );
      return () => void (isWanted = false);
    }, [Part]);
    if (fault) throw fault.reason;
    return Part ? <Part {...(props as Props)} /> : waiting;
  }
  return Object.assign(LoadedPart, { fetch });
}
