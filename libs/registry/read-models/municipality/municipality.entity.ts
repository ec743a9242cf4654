import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MunicipalityDto, SchoolCalendar, Settings } from '../../contract/index.js';

/** A municipality and its settings. The number is the key and the tenant. */
@Entity('registry_municipality')
export class MunicipalityRow {
  @PrimaryColumn('text')
  municipality!: string;

  @Column('text')
  name!: string;

  @Column('text')
  languageForm!: MunicipalityDto['languageForm'];

  @Column('boolean')
  demo!: boolean;

  @Column('jsonb')
  settings!: Settings;

  /** School calendars, by school year and kind of unit. */
  @Column('jsonb')
  calendars!: readonly SchoolCalendar[];

  /** Revision of the stream, for `If-Match`. */
  @Column('int')
  revision!: number;
}
