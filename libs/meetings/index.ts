export type { MeetingCommand, FilingFacts } from './domain/meeting/meeting.commands.js';
export type { SchoolYearCommand } from './domain/school-year/school-year.commands.js';
export type { ProtocolDraft } from './domain/draft/protocol-draft.js';
export { proposeDates } from './domain/school-year/propose-dates.js';
export { ordinaryMeetingId } from './domain/school-year/school-year.decider.js';
