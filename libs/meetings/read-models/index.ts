/** Every question that is answered: its query, its handler and its route. */
export * from './agreement/agreement.controller.js';
export * from './agreement/agreement.query.js';
export * from './agreement/list-agreements.query.js';
export * from './attendance/attendance.controller.js';
export * from './attendance/attendance.query.js';
export * from './board/board.controller.js';
export * from './board/board.query.js';
export * from './closing-preview/closing-preview.controller.js';
export * from './closing-preview/closing-preview.query.js';
export * from './meeting-register/meeting.controller.js';
export * from './meeting-register/meeting.query.js';
export * from './protocol-register/protocol.controller.js';
export * from './protocol-register/protocol.query.js';
export * from './timeline/timeline.controller.js';
export * from './timeline/timeline.query.js';
export * from './unit-page/unit-page.query.js';
