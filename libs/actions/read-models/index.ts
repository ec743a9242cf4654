/** Every question that is answered: its query, its handler and its route. */
export * from './action-counts/action-counts.controller.js';
export * from './action-counts/action-counts.query.js';
export * from './action-list/action-list.controller.js';
export * from './action-list/action-list.query.js';
export * from './action-list/one-action.query.js';
export * from './action-timeline/action-timeline.controller.js';
export * from './action-timeline/action-timeline.query.js';
export * from './my-actions/my-actions.controller.js';
export * from './my-actions/my-actions.query.js';
export * from './refused-decisions/refused-decisions.controller.js';
export * from './refused-decisions/refused-decisions.query.js';
export * from './service-closing/service-closing.controller.js';
export * from './service-closing/service-closing.query.js';
export * from './workload/workload.controller.js';
export * from './workload/workload.query.js';
