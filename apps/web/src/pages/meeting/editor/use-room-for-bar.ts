import { useEffect, useRef, type RefObject } from 'react';

/** Between the bar and what is scrolled to, in px: room for the outline of what has the focus. */
const GAP_PX = 16;

/**
 * Keeps what takes the focus out from under a bar that stays at the top of the window (WCAG 2.4.11): the page scrolls as
 * if it began below the bar, however high the bar is just now. Answers the ref of the bar, or of what it lies in.
 */
export function useRoomForBar(): RefObject<HTMLDivElement | null> {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = document.documentElement;
    const parts = [bar.current!, ...bar.current!.children];
    const measure = () => {
      const sticky = parts.find((it) => getComputedStyle(it).position === 'sticky');
      root.style.scrollPaddingBlockStart = sticky
        ? `${Math.ceil(sticky.getBoundingClientRect().height) + GAP_PX}px`
        : '';
    };
    const size = new ResizeObserver(measure);
    parts.forEach((it) => size.observe(it));
    return () => {
      size.disconnect();
      root.style.scrollPaddingBlockStart = '';
    };
  }, []);
  return bar;
}
