/** Every question that is answered: its query, its handler and its route. */
export * from './closure-history/closure-history.controller.js';
export * from './closure-history/closure-history.query.js';
export * from './municipality/ladder.controller.js';
export * from './municipality/ladder.query.js';
export * from './municipality/municipality.controller.js';
export * from './municipality/municipality.query.js';
export * from './owner-candidates/owner-candidates.controller.js';
export * from './owner-candidates/owner-candidates.query.js';
export * from './person-register/person-register.controller.js';
export * from './person-register/person-register.query.js';
export * from './service-register/service-register.controller.js';
export * from './service-register/service-register.query.js';
export * from './service-unit-register/service-unit-register.controller.js';
export * from './service-unit-register/service-unit-register.query.js';
export * from './unit-register/unit-register.controller.js';
export * from './unit-register/unit-register.query.js';
