export * from './choose-preferences.js';
export * from './resend-digest.js';
export * from './stop-mail.js';
