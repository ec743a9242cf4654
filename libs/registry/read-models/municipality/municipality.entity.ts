import type { Successor } from '#platform/identity';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  Formed,
  MunicipalityDto,
  NameFrom,
  NumberFrom,
  SchoolCalendar,
  Settings,
  SetupStep,
  TenantKind,
} from '../../contract/index.js';

/** A municipality and its settings. The key is the id of the tenant: the first number. */
@Entity('registry_municipality')
export class MunicipalityRow {
  @PrimaryColumn('text')
  tenant!: string;

  @Column('text')
  kind!: TenantKind;

  /** Oldest first. */
  @Column('jsonb')
  numbers!: readonly NumberFrom[];

  /** Oldest first. */
  @Column('jsonb')
  names!: readonly NameFrom[];

  @Column('text')
  languageForm!: MunicipalityDto['languageForm'];

  @Column('boolean')
  demo!: boolean;

  @Column('jsonb')
  settings!: Settings;

  /** School calendars, by school year and kind of unit. */
  @Column('jsonb')
  calendars!: readonly SchoolCalendar[];

  /** Decisions of a new municipality that its coordinator has looked at. */
  @Column('jsonb')
  confirmed!: readonly SetupStep[];

  /** The merger that formed it. */
  @Column('jsonb', { nullable: true })
  formed!: Formed | null;

  /** The municipality that continues its work since a merger. */
  @Column('jsonb', { nullable: true })
  successor!: Successor | null;

  /** Revision of the stream, for `If-Match`. */
  @Column('int')
  revision!: number;
}
