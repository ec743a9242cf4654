import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActionId, CalendarDate, MeetingId, PersonId, ServiceId, UnitId } from '#platform/kernel';
import type { AbandonReason, ActionContent, Effect, FollowUpOutcome } from '../../contract/index.js';
import type { StateHistory } from './state-history.js';

export const OPEN = ['agreed', 'accepted', 'started'] as const;
export const ENDED = ['completed', 'closed', 'abandoned'] as const;
export type ActionStatus = (typeof OPEN)[number] | (typeof ENDED)[number];

/** An action with all fields for a list or its own page. Without states that depend on the clock (overdue …). */
@Entity('actions_action')
export class ActionRow {
  @PrimaryColumn('uuid')
  actionId!: ActionId;

  @Column('text')
  tenant!: string;

  /** The meeting that agreed it. */
  @Column('uuid')
  meetingId!: MeetingId;

  @Column('jsonb')
  unitIds!: readonly UnitId[];

  @Column('text')
  status!: ActionStatus;

  @Column('text')
  text!: string;

  @Column('uuid')
  ownerId!: PersonId;

  @Column('uuid', { nullable: true })
  ownerServiceId!: ServiceId | null;

  @Column('jsonb')
  contributorIds!: readonly PersonId[];

  @Column('jsonb')
  contributingServiceIds!: readonly ServiceId[];

  @Column('date')
  agreedOn!: CalendarDate;

  /** The originally agreed due date. */
  @Column('date')
  firstDueOn!: CalendarDate;

  @Column('date')
  dueOn!: CalendarDate;

  @Column('date')
  followUpOn!: CalendarDate;

  /** Day of the last recorded follow-up. */
  @Column('date', { nullable: true })
  followedUpOn!: CalendarDate | null;

  @Column('text', { nullable: true })
  followUpOutcome!: FollowUpOutcome | null;

  @Column('int')
  timesCarriedOn!: number;

  /** Day of completion or abandonment. */
  @Column('date', { nullable: true })
  endedOn!: CalendarDate | null;

  @Column('text', { nullable: true })
  abandonReason!: AbandonReason | null;

  @Column('text', { nullable: true })
  effect!: Effect | null;

  @Column('date', { nullable: true })
  effectJudgedOn!: CalendarDate | null;

  @Column('text')
  level!: ActionContent['level'];

  @Column('text')
  category!: ActionContent['category'];

  @Column('text', { nullable: true })
  approach!: ActionContent['approach'];

  @Column('int', { nullable: true })
  resourceNok!: number | null;

  @Column('double precision', { nullable: true })
  resourceHours!: number | null;

  @Column('text', { nullable: true })
  wantedEffect!: string | null;

  @Column('uuid', { nullable: true })
  matterId!: string | null;

  /** Receiver of an open handover offer. */
  @Column('uuid', { nullable: true })
  offeredTo!: PersonId | null;

  @Column('date', { nullable: true })
  offeredOn!: CalendarDate | null;

  /** Day when the owner declined, and the reason; null again once somebody has accepted the action. */
  @Column('date', { nullable: true })
  declinedOn!: CalendarDate | null;

  @Column('text', { nullable: true })
  declineReason!: string | null;

  /** Earlier states, each with its first day. */
  @Column('jsonb')
  stoodAs!: StateHistory;

  /** Revision of the stream, for `If-Match`. */
  @Column('int')
  revision!: number;
}
