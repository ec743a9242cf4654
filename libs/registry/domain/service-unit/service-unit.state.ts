import type { Closures } from '../../contract/index.js';

export type ServiceUnit =
  | { readonly status: 'not-registered' }
  | { readonly status: 'registered'; readonly name: string; readonly closures: Closures };
