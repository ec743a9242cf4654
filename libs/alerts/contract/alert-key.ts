import { stableId } from '#platform/kernel';

/** The key of an alert's stream, `alert-<key>`: the same for the same kind and subject (`overdue:<action>`). */
export const alertKeyOf = (alertId: string): string => stableId('alert', alertId);
