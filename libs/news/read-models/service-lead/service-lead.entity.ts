import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ServiceLead } from '../../domain/concern.js';

/** Which service unit has led a service, through the log. */
@Entity('news_service_lead')
export class ServiceLeadRow {
  @PrimaryColumn('uuid')
  serviceId!: string;

  @Column('text')
  municipality!: string;

  @Column('jsonb')
  led!: ServiceLead;
}
