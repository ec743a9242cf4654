import { enter, type SectionKey } from './sections.js';

/** Puts the focus in the field of a place; in its row or section where there is no such field. */
export function goTo(at: string): void {
  const parts = at.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const place = parts.slice(0, length).join('.');
    const field = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`);
    if (field?.matches('h2')) return enter(place as SectionKey);
    if (field) return show(field);
  }
}

function show(field: HTMLElement): void {
  // What is folded away cannot take the focus.
  for (let folded = field.closest('details:not([open])'); folded; folded = folded.closest('details:not([open])'))
    folded.setAttribute('open', '');
  const target = field.matches('input, select, textarea, button, [tabindex]')
    ? field
    : (field.querySelector<HTMLElement>('input, select, textarea, button, [tabindex]') ?? field);
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
}
