/** Every use case: its command, its handler and its route. */
export * from './approve-sign-in.js';
export * from './invite-person.js';
export * from './refuse-sign-in.js';
export * from './revoke-invitation.js';
export * from './sign-out-everybody.js';
export * from './sign-out-person.js';
export * from './withdraw-sign-in.js';
