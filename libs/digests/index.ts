import type { Context } from '#platform/composition';
import { digestEvents, preferencesEvents } from './contract/index.js';
import { DigestsModule, mailComposers, needs, provides, streams, sweepTasks } from './digests.module.js';
import { digestRefusals } from './domain/digest/digest.refusals.js';
import { preferencesRefusals } from './domain/preferences/preferences.refusals.js';
import { ChosenPreferencesRow } from './read-models/chosen-preferences/chosen-preferences.entity.js';
import { chosenPreferences } from './read-models/chosen-preferences/chosen-preferences.projection.js';
import { Digests1796200000030 } from './read-models/digests.migration.js';
import { MadeDigestRow } from './read-models/made-digest/made-digest.entity.js';
import { madeDigests } from './read-models/made-digest/made-digest.projection.js';
import { SentAtOnceRow } from './read-models/sent-at-once/sent-at-once.entity.js';
import { sentAtOnce } from './read-models/sent-at-once/sent-at-once.projection.js';
import { ToldByMailRow } from './sending/told-by-mail.entity.js';

export { digestDifferences } from './rendering/digest-checksum.js';

/**
 * Mail to the people of a municipality: the daily mail, the weekly digest, and what is sent at once (R5, R7, R19, R21).
 */
export const digestsContext: Context = {
  name: 'digests',
  events: [digestEvents, preferencesEvents],
  streams,
  readModels: [chosenPreferences, madeDigests, sentAtOnce],
  policies: [],
  sweepTasks,
  mailComposers,
  entities: [ChosenPreferencesRow, MadeDigestRow, SentAtOnceRow, ToldByMailRow],
  migrations: [Digests1796200000030],
  refusals: [digestRefusals, preferencesRefusals],
  subjects: [],
  needs,
  provides,
  module: DigestsModule,
};
