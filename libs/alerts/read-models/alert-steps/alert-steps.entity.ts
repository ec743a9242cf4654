import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate, Month } from '#platform/kernel';
import type { LadderKind } from '#registry/contract';
import type { AlertSteps } from '../../domain/alert-steps/alert-steps.state.js';

/** One entry in the history of an alert. */
export interface AlertHappening {
  readonly what: 'sent' | 'held-back' | 'released' | 'snoozed' | 'asked' | 'noted' | 'handled';
  readonly on: CalendarDate;
  /** Null for the system itself. */
  readonly byId: string | null;
  /** The step that was told or held back; null otherwise. */
  readonly step: number | null;
  /** The day that this step is counted from; null where there is none. */
  readonly countedFrom: CalendarDate | null;
  readonly toIds: readonly string[];
  /** A note or a reason, of those who may read the alert. */
  readonly note: string | null;
}

/** An alert that steps were told or held back of, with what was told last and its history. */
@Entity('alerts_alert_steps')
export class AlertStepsRow {
  /** Id of its stream. */
  @PrimaryColumn('uuid')
  alertKey!: string;

  @Column('text')
  tenant!: string;

  @Column('text')
  alertId!: string;

  @Column('text')
  kind!: LadderKind;

  @Column('text')
  subjectId!: string;

  @Column('jsonb')
  unitIds!: readonly string[];

  @Column('jsonb')
  serviceIds!: readonly string[];

  @Column('jsonb')
  personIds!: readonly string[];

  @Column('text', { nullable: true })
  month!: Month | null;

  /** The steps as decisions see them. */
  @Column('jsonb')
  steps!: AlertSteps;

  /** The day of the last step that was told; null before the first. */
  @Column('date', { nullable: true })
  toldOn!: CalendarDate | null;

  /** True while a step waits for the coordinator. */
  @Column('boolean')
  isWaiting!: boolean;

  @Column('date', { nullable: true })
  snoozedUntil!: CalendarDate | null;

  /** Oldest first. */
  @Column('jsonb')
  history!: readonly AlertHappening[];
}
