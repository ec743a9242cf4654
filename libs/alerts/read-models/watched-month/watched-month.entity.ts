import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Month } from '#platform/kernel';
import type { WatchedMonth } from '../../domain/alert.js';

/** A month that the coordinator has exempted a unit from. */
@Entity('alerts_month')
export class WatchedMonthRow implements WatchedMonth {
  /** `<unit>/<month>`. */
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  tenant!: string;

  @Column('text')
  unitId!: string;

  @Column('text')
  month!: Month;
}
