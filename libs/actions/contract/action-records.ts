import type { CalendarDate } from '#platform/kernel';
import type { ActionContent } from './content/index.js';

/** Records of a municipality's actions, for its supervision (R15). */
export abstract class ActionRecords {
  /** Actions agreed on these days, as they stand now, by day. */
  abstract agreedBetween(tenant: string, from: CalendarDate, to: CalendarDate): Promise<readonly ActionRecordDto[]>;
}

export interface ActionRecordDto {
  readonly actionId: string;
  /** The meeting that agreed it. */
  readonly meetingId: string;
  readonly unitIds: readonly string[];
  readonly status: string;
  readonly text: string;
  readonly ownerId: string;
  readonly ownerServiceId: string | null;
  readonly agreedOn: CalendarDate;
  readonly firstDueOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly timesCarriedOn: number;
  readonly followUpOn: CalendarDate;
  /** Day of the last recorded follow-up. */
  readonly followedUpOn: CalendarDate | null;
  readonly endedOn: CalendarDate | null;
  readonly abandonReason: string | null;
  readonly effect: string | null;
  readonly effectJudgedOn: CalendarDate | null;
  readonly level: ActionContent['level'];
  readonly category: ActionContent['category'];
  readonly approach: ActionContent['approach'];
}
