import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActionId, CalendarDate, MeetingId, PersonId, ServiceId, UnitId } from '#platform/kernel';
import type { AbandonReason, ActionContent } from '#meetings/contract';
import type { Effect, FollowUpOutcome } from '../../contract/index.js';
import type { StoodAs } from './stood-as.js';

export const OPEN = ['agreed', 'accepted', 'started'] as const;
export const ENDED = ['completed', 'closed', 'abandoned'] as const;
export type ActionStatus = (typeof OPEN)[number] | (typeof ENDED)[number];

/** An action with all that a list or its own page needs. What the clock says (overdue …) is not here. */
@Entity('actions_action')
export class ActionRow {
  @PrimaryColumn('uuid')
  actionId!: ActionId;

  @Column('text')
  municipality!: string;

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

  /** The due date it was agreed with, before any carrying-on. */
  @Column('date')
  firstDueOn!: CalendarDate;

  @Column('date')
  dueOn!: CalendarDate;

  @Column('date')
  followUpOn!: CalendarDate;

  /** The last follow-up, where one was recorded. */
  @Column('date', { nullable: true })
  followedUpOn!: CalendarDate | null;

  @Column('text', { nullable: true })
  followUpOutcome!: FollowUpOutcome | null;

  @Column('int')
  timesCarriedOn!: number;

  /** Completed or abandoned on. */
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

  /** An open offer to hand it over. */
  @Column('uuid', { nullable: true })
  offeredTo!: PersonId | null;

  @Column('date', { nullable: true })
  offeredOn!: CalendarDate | null;

  /** The owner said no on, and why; null again once somebody has accepted it. */
  @Column('date', { nullable: true })
  declinedOn!: CalendarDate | null;

  @Column('text', { nullable: true })
  declineReason!: string | null;

  /** How it stood from which day on. */
  @Column('jsonb')
  stoodAs!: StoodAs;

  /** Revision of the stream, for `If-Match`. */
  @Column('int')
  revision!: number;
}
