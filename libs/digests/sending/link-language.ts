import { Injectable } from '@nestjs/common';
import { Directory } from '#registry/contract';
import type { MailLanguage } from '../contract/index.js';
import { PreferencesStreams } from '../streams/preferences.streams.js';

/** The language of a page that a link in a mail opens: that of the person's mail. */
@Injectable()
export class LinkLanguage {
  constructor(
    private readonly preferences: PreferencesStreams,
    private readonly directory: Directory,
  ) {}

  async of(tenant: string, personId: string): Promise<MailLanguage> {
    const [{ state }, municipality] = await Promise.all([
      this.preferences.load(personId, tenant),
      this.directory.municipality(tenant),
    ]);
    return state.chosen.language ?? (municipality?.languageForm === 'nn' ? 'nn' : 'nb');
  }
}
