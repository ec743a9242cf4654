import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ServiceLead } from '../../domain/concern.js';

/** Service units that have led a service, by position in the log. */
@Entity('news_service_lead')
export class ServiceLeadRow {
  @PrimaryColumn('uuid')
  serviceId!: string;

  @Column('text')
  tenant!: string;

  @Column('jsonb')
  led!: ServiceLead;
}
