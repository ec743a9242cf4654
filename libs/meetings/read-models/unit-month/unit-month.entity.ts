import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Month } from '#platform/kernel';
import type { MonthFacts, MonthMeeting } from '../../domain/board/month-state.js';

/** Facts about one unit's month; its state is derived from the clock on each query. */
@Entity('meetings_unit_month')
export class UnitMonthRow implements MonthFacts {
  /** `<unitId>/<yyyy-mm>`. */
  @PrimaryColumn('text')
  unitMonth!: string;

  @Column('text')
  tenant!: string;

  @Column('text')
  unitId!: string;

  @Column('text')
  month!: Month;

  @Column('int')
  schoolYear!: number;

  /** Sorted by day, then id. */
  @Column('jsonb')
  meetings!: readonly MonthMeeting[];

  @Column('text', { nullable: true })
  exemptReason!: string | null;
}
