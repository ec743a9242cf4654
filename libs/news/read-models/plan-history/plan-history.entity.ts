import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';
import type { PlanHistory, PlanMoment } from '../../domain/year-plan-news.js';

/** Decisions about a unit's school year, with their times. */
@Entity('news_plan')
export class PlanHistoryRow implements PlanHistory {
  /** `<unitId>.<schoolYear>` */
  @PrimaryColumn('text')
  plan!: string;

  @Column('text')
  tenant!: string;

  @Column('int')
  schoolYear!: number;

  @Column('jsonb')
  moments!: readonly PlanMoment[];

  /** The last day on which any of it is news. */
  @Column('date')
  newsUntil!: CalendarDate;
}
