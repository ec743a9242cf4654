export * from './identity-ids.js';
export * from './local-path.js';
export type { EndedAtProvider } from './logout-tokens.js';
export { OpenIdProvider } from './openid-provider.js';
export * from './openid.migration.js';
export * from './proven-identity.js';
export * from './sealed-cookies.js';
export * from './sign-in-failed.js';
export * from './used-once.js';
