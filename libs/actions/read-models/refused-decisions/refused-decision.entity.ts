import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActionId, CalendarDate, MeetingId, UnitId } from '#platform/kernel';
import type { RefusedDecisionKind } from '../../contract/index.js';

/** One decision that the action refused, and that nobody has mended or seen yet. */
export interface OpenRefusal {
  readonly refusalId: string;
  readonly meetingId: MeetingId;
  readonly unitIds: readonly UnitId[];
  readonly heldOn: CalendarDate;
  readonly kind: RefusedDecisionKind;
  readonly rules: readonly string[];
}

/** An action that differs from what protocols say about it. */
@Entity('actions_refused_decision')
export class RefusedDecisionRow {
  @PrimaryColumn('uuid')
  actionId!: ActionId;

  @Column('text')
  municipality!: string;

  @Column('jsonb')
  refusals!: readonly OpenRefusal[];
}
