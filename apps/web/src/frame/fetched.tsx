import { useEffect, useState, type ComponentType, type ReactNode } from 'react';

type Fetched<Props> = ComponentType<Props & { readonly waiting?: ReactNode }> & {
  /** Fetches it before it is shown. @rejects where it cannot be fetched; the next who wants it asks again */
  readonly fetch: () => Promise<unknown>;
};

/**
 * A part of a page that is fetched when it is first shown; until then `waiting` stands there. One that cannot be fetched
 * breaks its page, as any fault does.
 *
 * Not React's `lazy`: what a Suspense boundary shows late is held back until 300 ms after something was last waited for,
 * which is longer than any of these takes.
 */
export function fetched<Props extends object>(load: () => Promise<ComponentType<Props>>): Fetched<Props> {
  let there: ComponentType<Props> | undefined;
  let asked: Promise<ComponentType<Props>> | undefined;
  const fetch = () => {
    asked ??= load();
    asked.then(
      (part) => (there = part),
      () => (asked = undefined),
    );
    return asked;
  };
  function FetchedPart({ waiting = null, ...props }: Props & { readonly waiting?: ReactNode }) {
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
  return Object.assign(FetchedPart, { fetch });
}
