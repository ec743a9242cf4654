// The transports stay inside: only `MailSender` hands mail over.
export * from './dispatch/dispatch.js';
export * from './dispatch/dispatches.js';
export * from './dispatch/mail-hours.js';
export * from './dispatch/unreachable-people.js';
export { mailEntities } from './dispatch/dispatch.entity.js';
export { mailMigrations } from './dispatch/dispatches.migration.js';
export { holdBackPossiblySent } from './dispatch/possibly-sent.js';
export * from './inbound/inbound-mail.js';
export type * from './layout/mail-document.js';
export * from './layout/rendered-mail.js';
export * from './mail-measures.js';
export { MailSetup } from './mail-setup.js';
export * from './mail.module.js';
export * from './message/mail-composer.js';
export * from './message/mail-content.js';
export * from './message/readable-mail.js';
export { tenantsWithDueMail } from './sending/due-tenants.js';
export { MailSender, type Drained } from './sending/mail-sender.js';
