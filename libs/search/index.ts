import type { Context } from '#platform/composition';
import { searchRefusals } from './domain/search.refusals.js';
import { SearchRow } from './read-models/search-entry/search-entry.entity.js';
import { NewestFirst1795305601011 } from './read-models/search-entry/newest-first.migration.js';
import { SearchProof1796000000004 } from './read-models/search-entry/search-proof.migration.js';
import { SearchTenant1796000000002 } from './read-models/search-entry/search-tenant.migration.js';
import { SearchEntry1795305600600 } from './read-models/search-entry/search-entry.migration.js';
import { searchEntry } from './read-models/search-entry/search-entry.projection.js';
import { SearchModule, needs } from './search.module.js';

/** Full-text search within one's rights, folded from the events of the other contexts. */
export const searchContext: Context = {
  name: 'search',
  events: [],
  streams: [],
  readModels: [searchEntry],
  policies: [],
  entities: [SearchRow],
  migrations: [SearchEntry1795305600600, NewestFirst1795305601011, SearchTenant1796000000002, SearchProof1796000000004],
  refusals: [searchRefusals],
  subjects: [],
  needs,
  provides: [],
  module: SearchModule,
};
