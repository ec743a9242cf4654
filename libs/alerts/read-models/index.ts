/** Every question that is answered: its query, its handler and its route. */
export * from './alerts/alerts.controller.js';
export * from './alerts/alerts.query.js';
export * from './follow-up/follow-up.controller.js';
export * from './follow-up/follow-up.query.js';
export * from './ladder-preview/ladder-preview.controller.js';
export * from './ladder-preview/ladder-preview.query.js';
export * from './orphans/orphans.controller.js';
export * from './orphans/orphans.query.js';
export * from './reminders/reminders.controller.js';
export * from './reminders/reminders.query.js';
export * from './service-needs/service-needs.controller.js';
export * from './service-needs/service-needs.query.js';
export * from './start/coordinator-start.controller.js';
export * from './start/coordinator-start.query.js';
export * from './told-alerts/told-alerts.controller.js';
export * from './told-alerts/told-alerts.query.js';
