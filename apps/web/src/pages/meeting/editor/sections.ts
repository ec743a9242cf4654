/** Sections of the protocol in the order of discussion; `Alt` and their number goes there. */
export const SECTIONS = ['participants', 'earlierActions', 'matters', 'actions', 'nextMeetingOn'] as const;
export type SectionKey = (typeof SECTIONS)[number];
