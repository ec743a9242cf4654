import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';
import type { CarriedAction, OwnershipPeriod } from '../../domain/workload/workload.js';

/** An action with all its owners and due dates over time: the basis for the load on any day. No text. */
@Entity('actions_carried')
export class CarriedActionRow implements CarriedAction {
  @PrimaryColumn('uuid')
  actionId!: string;

  @Column('text')
  tenant!: string;

  @Column('date')
  agreedOn!: CalendarDate;

  @Column('date', { nullable: true })
  endedOn!: CalendarDate | null;

  @Column('jsonb')
  spells!: readonly OwnershipPeriod[];
}
