export * from './attendance.js';
export * from './meeting.events.js';
export * from './meeting-records.js';
export * from './missing-month.js';
export * from './protocol.js';
export * from './school-year.events.js';
export * from './service-absences.js';
export * from './unit-closure.events.js';
