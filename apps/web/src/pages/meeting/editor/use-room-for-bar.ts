import { useEffect, useRef, type RefObject } from 'react';

/** Pixels between the bar and the scroll target: room for the focus outline. */
const GAP_PX = 16;

/**
 * Keeps focused elements out from under a sticky bar (WCAG 2.4.11): the page scrolls as if it began below the bar,
 * whatever its current height. Returns the ref of the bar or its container.
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
