import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActionId, CalendarDate, MeetingId, UnitId } from '#platform/kernel';
import type { RefusedDecisionKind } from '../../contract/index.js';

/** A decision that the action refused and that is neither resolved nor seen. */
export interface OpenRefusal {
  readonly refusalId: string;
  readonly meetingId: MeetingId;
  readonly unitIds: readonly UnitId[];
  readonly heldOn: CalendarDate;
  readonly kind: RefusedDecisionKind;
  readonly rules: readonly string[];
}

/** An action that differs from protocols. */
@Entity('actions_refused_decision')
export class RefusedDecisionRow {
  @PrimaryColumn('uuid')
  actionId!: ActionId;

  @Column('text')
  tenant!: string;

  @Column('jsonb')
  refusals!: readonly OpenRefusal[];
}
