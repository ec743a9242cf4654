import { flushSync } from 'react-dom';
import type { SectionKey } from './sections.js';

/** Focuses the first empty field of a section, otherwise the first one. Expands the section. */
export function enter(section: SectionKey): void {
  const root = document.querySelector<HTMLElement>(`[data-section="${section}"]`);
  if (!root) return;
  unfoldAround(root);
  (root.querySelector<HTMLElement>('[data-first]') ?? root.querySelector<HTMLElement>('[data-fold]'))?.focus();
  root.scrollIntoView({ block: 'nearest' });
}

/** Focuses the field of a place; its row or section if there is no such field. */
export function goTo(at: string): void {
  const parts = at.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const place = parts.slice(0, length).join('.');
    const field = standingAt(place);
    if (field?.matches('h2')) return enter(place as SectionKey);
    // The field may be among the collapsed details of its row.
    const more = field?.querySelector<HTMLElement>('[data-more][aria-expanded="false"]');
    if (field && more && length < parts.length) {
      flushSync(() => more.click());
      return show(standingAt(at) ?? field);
    }
    if (field) return show(field);
  }
}

const standingAt = (place: string) => document.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`);

function show(field: HTMLElement): void {
  unfoldAround(field);
  const target = field.matches(TAKES_FOCUS) ? field : (field.querySelector<HTMLElement>(TAKES_FOCUS) ?? field);
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
}
const TAKES_FOCUS = 'input, select, textarea, button, [tabindex]';

/** Expands all surrounding sections at once, as a click would: collapsed content cannot take the focus. */
function unfoldAround(inside: Element): void {
  for (let folded = inside.closest('details:not([open])'); folded; folded = folded.closest('details:not([open])'))
    folded.setAttribute('open', '');
  const toggle = inside.closest('[data-section]')?.querySelector<HTMLElement>('[data-fold][aria-expanded="false"]');
  if (toggle) flushSync(() => toggle.click());
}
