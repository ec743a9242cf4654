import { useEffect } from 'react';

const HEADINGS = 'h1, h2, h3, legend, caption';

/** New target of a lost focus: the heading of the nearest remaining part of the page. */
function headingNear(path: readonly Element[], main: HTMLElement): HTMLElement {
  for (const around of path) {
    if (!around.isConnected) continue;
    const heading = around.querySelector<HTMLElement>(HEADINGS);
    if (heading) return heading;
  }
  return main.querySelector<HTMLElement>('h1') ?? main;
}

/**
 * When a focused button is removed (with a form that closes, a list that is used up, a page that is replaced), keyboard
 * users must not end up at the top of the document. Code that moves the focus itself takes precedence.
 */
export function useRestoreFocus(): void {
  useEffect(() => {
    const main = document.getElementById('content');
    if (!main) return;
    let last: Element | undefined;
    let path: readonly Element[] = [];
    let waiting = false;
    const remember = ({ target }: FocusEvent) => {
      last = target as Element;
      const around: Element[] = [];
      for (let it = last.parentElement; it && it !== main.parentElement; it = it.parentElement) around.push(it);
      path = around;
    };
    // Only removed elements count: a user who clicks beside a field has left it on purpose.
    const left = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget) return;
      setTimeout(() => {
        if (last === target && last?.isConnected) last = undefined;
      });
    };
    const look = () => {
      waiting = false;
      const isNowhere = document.activeElement === null || document.activeElement === document.body;
      if (!last || last.isConnected || !isNowhere) return;
      const heading = headingNear(path, main);
      if (heading.tabIndex < 0) heading.tabIndex = -1;
      last = undefined;
      heading.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      if (waiting || !last || last.isConnected) return;
      waiting = true;
      requestAnimationFrame(() => setTimeout(look));
    });
    observer.observe(main, { childList: true, subtree: true });
    main.addEventListener('focusin', remember);
    main.addEventListener('focusout', left);
    return () => {
      observer.disconnect();
      main.removeEventListener('focusin', remember);
      main.removeEventListener('focusout', left);
    };
  }, []);
}
