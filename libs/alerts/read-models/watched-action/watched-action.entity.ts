import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';
import type { WatchedAction } from '../../domain/alert.js';

/** An open action; its row is deleted when it ends, so the table stays as small as the remaining work. */
@Entity('alerts_action')
export class WatchedActionRow {
  @PrimaryColumn('uuid')
  actionId!: string;

  @Column('text')
  tenant!: string;

  @Column('text')
  text!: string;

  @Column('jsonb')
  unitIds!: readonly string[];

  @Column('uuid')
  ownerId!: string;

  @Column('uuid', { nullable: true })
  ownerServiceId!: string | null;

  @Column('boolean')
  wasHandedOver!: boolean;

  @Column('jsonb')
  contributorIds!: readonly string[];

  @Column('jsonb')
  contributingServiceIds!: readonly string[];

  @Column('date')
  dueOn!: CalendarDate;

  @Column('date')
  followUpOn!: CalendarDate;

  @Column('date', { nullable: true })
  followedUpOn!: CalendarDate | null;

  @Column('uuid', { nullable: true })
  offeredTo!: string | null;

  @Column('date', { nullable: true })
  offeredOn!: CalendarDate | null;

  /** The day on which the owner last asked for more time, until somebody decides about the action. */
  @Column('date', { nullable: true })
  moreTimeAskedOn!: CalendarDate | null;
}

/** All people and services concerned, for rights. */
export const watchedFrom = (row: WatchedActionRow): WatchedAction => ({
  actionId: row.actionId,
  text: row.text,
  unitIds: row.unitIds,
  ownerId: row.ownerId,
  ownerServiceId: row.ownerServiceId,
  wasHandedOver: row.wasHandedOver,
  personIds: [...new Set([row.ownerId, ...row.contributorIds])],
  serviceIds: [...new Set([...(row.ownerServiceId ? [row.ownerServiceId] : []), ...row.contributingServiceIds])],
  dueOn: row.dueOn,
  followUpOn: row.followUpOn,
  followedUpOn: row.followedUpOn,
  moreTimeAskedOn: row.moreTimeAskedOn,
  offer: row.offeredTo === null || row.offeredOn === null ? null : { to: row.offeredTo, on: row.offeredOn },
});
