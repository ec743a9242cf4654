import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HeldRole, PersonDto } from '../../contract/index.js';

/** A person who works in the municipality, with all present and past roles. */
@Entity('registry_person')
export class PersonRow implements PersonDto {
  @PrimaryColumn('uuid')
  personId!: string;

  @Column('text')
  tenant!: string;

  @Column('text')
  name!: string;

  /** Search terms of the name (`indexedWords`). */
  @Column('text', { array: true })
  words!: readonly string[];

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { nullable: true })
  title!: string | null;

  /** In the order in which they were given. */
  @Column('jsonb')
  roles!: readonly HeldRole[];

  /** Revision of the stream, for `If-Match`. */
  @Column('int')
  revision!: number;
}
