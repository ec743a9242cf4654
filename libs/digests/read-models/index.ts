export * from './own-mail/own-mail.controller.js';
export * from './own-mail/own-mail.query.js';
