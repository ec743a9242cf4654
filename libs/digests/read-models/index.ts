export * from './own-mail/own-mail.controller.js';
export * from './own-mail/own-digests.query.js';
export * from './own-mail/preferences.query.js';
