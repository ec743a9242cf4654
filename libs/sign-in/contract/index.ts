export * from './identity.events.js';
export * from './invitation.events.js';
export * from './invitations.js';
export * from './sign-ins.js';
export * from './sign-out.events.js';
export * from './waiting-sign-ins.js';
