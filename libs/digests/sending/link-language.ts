import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { languageOf } from '#platform/http';
import type { Language } from '#platform/identity';
import { Directory } from '#registry/contract';
import { PreferencesStreams } from '../streams/preferences.streams.js';

/**
 * The language of a page that a link in a mail opens: the one that the person has chosen for mail, the reader's own, or
 * the municipality's.
 */
@Injectable()
export class LinkLanguage {
  constructor(
    private readonly preferences: PreferencesStreams,
    private readonly directory: Directory,
  ) {}

  async of(tenant: string, personId: string, request: Request): Promise<Language> {
    const [{ state }, municipality] = await Promise.all([
      this.preferences.load(personId, tenant),
      this.directory.municipality(tenant),
    ]);
    return state.chosen.language ?? languageOf(request) ?? (municipality?.languageForm === 'nn' ? 'nn' : 'nb');
  }
}
