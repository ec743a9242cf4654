export * from './answer-by-link.js';
export * from './choose-preferences.js';
export * from './resend-digest.js';
export * from './stop-mail.js';
