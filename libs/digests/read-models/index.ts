export * from './own-mail/own-mail.controller.js';
export * from './own-mail/digest-figure.query.js';
export * from './own-mail/own-digests.query.js';
export * from './own-mail/preferences.query.js';
export * from './outbox/outbox.controller.js';
export * from './outbox/outbox.query.js';
export * from './unreached/unreached.controller.js';
export * from './unreached/unreached.query.js';
