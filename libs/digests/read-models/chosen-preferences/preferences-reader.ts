import { Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import { DEFAULT_PREFERENCES, type Preferences } from '../../contract/index.js';
import { ChosenPreferencesRow } from './chosen-preferences.entity.js';

/** Choices about mail by person. */
@Injectable()
export class PreferencesReader {
  constructor(private readonly readSide: ReadSide) {}

  /** Everyone's, those who have chosen nothing included. */
  async ofEveryone(tenant: string): Promise<(personId: string) => Preferences> {
    const rows = await this.readSide.in(tenant, (tables) => tables.findBy(ChosenPreferencesRow, { tenant }));
    const chosen = new Map(rows.map((row) => [row.personId, row.chosen]));
    return (personId) => chosen.get(personId) ?? DEFAULT_PREFERENCES;
  }
}
