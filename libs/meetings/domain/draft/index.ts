// What the page that writes a draft shares with the server: how two writers' drafts become one (ADR 0105).
export * from './merge-drafts.js';
