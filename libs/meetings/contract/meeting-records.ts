import type { CalendarDate, Month } from '#platform/kernel';
import type { Participant, Protocol } from './protocol.js';

/** Records of a municipality's meetings, for its supervision (R15). */
export abstract class MeetingRecords {
  /** Of the meetings on these days, cancelled ones included, by day; of the exemptions of their months. */
  abstract between(tenant: string, from: CalendarDate, to: CalendarDate): Promise<MeetingRecordsDto>;
}

export interface MeetingRecordsDto {
  readonly meetings: readonly MeetingRecordDto[];
  /** Every version of every protocol, the first one first. */
  readonly protocols: readonly ProtocolRecordDto[];
  readonly exemptions: readonly { readonly unitId: string; readonly month: Month; readonly reason: string }[];
}
interface MeetingRecordDto {
  readonly meetingId: string;
  readonly kind: string;
  /** The first one hosts. */
  readonly unitIds: readonly string[];
  readonly day: CalendarDate;
  readonly startsAt: string;
  readonly place: string | null;
  readonly state: string;
  /** Of calling, moving, postponing or cancelling it. */
  readonly reason: string | null;
  /** People who were called. */
  readonly calledIds: readonly string[];
  /** By the latest version of its protocol; empty before one is filed. */
  readonly participants: readonly Participant[];
}
interface ProtocolRecordDto {
  readonly meetingId: string;
  readonly version: number;
  /** Why it replaced the one before; null for the first. */
  readonly reason: string | null;
  readonly filedOn: CalendarDate;
  readonly filedBy: string;
  readonly protocol: Protocol;
}
