import { StreamHandedOver, StreamTakenOver } from '#platform/streams';

export { StreamHandedOver, StreamTakenOver };
/** Events of a merger, which any stream can have. */
export const mergerEvents = { StreamTakenOver, StreamHandedOver };
