import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Preferences } from '../../contract/index.js';

/** A person's choices about mail. */
@Entity('digests_preferences')
export class ChosenPreferencesRow {
  @PrimaryColumn('uuid')
  personId!: string;

  @Column('text')
  tenant!: string;

  @Column('jsonb')
  chosen!: Preferences;
}
