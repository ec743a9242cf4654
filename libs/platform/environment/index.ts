export * from './environment.js';
export * from './start-refused.js';
export * from './login-kinds.js';
export type { RateEnvironment } from './rate-variables.js';
export type { MailEnvironment, SmtpServer } from './mail-variables.js';
export { isSecureEnough, type OidcEnvironment } from './oidc-variables.js';
