/** The parts of the protocol in the order of talking; `Alt` and their number goes there. */
export const SECTIONS = ['participants', 'earlierActions', 'matters', 'actions', 'nextMeetingOn'] as const;
export type SectionKey = (typeof SECTIONS)[number];

/** The field where one begins in a section: the first one that is still empty, else the first. */
export function enter(section: SectionKey): void {
  const root = document.querySelector<HTMLElement>(`[data-section="${section}"]`);
  const target = root?.querySelector<HTMLElement>('[data-first]') ?? root?.querySelector<HTMLElement>('h2');
  target?.focus();
  root?.scrollIntoView({ block: 'nearest' });
}
