/** The five-character code of a PostgreSQL error, however a library has wrapped it; undefined for any other error. */
export function sqlStateOf(fault: unknown): string | undefined {
  if (typeof fault !== 'object' || fault === null) return undefined;
  if ('code' in fault && typeof fault.code === 'string' && /^[0-9A-Z]{5}$/.test(fault.code)) return fault.code;
  return 'driverError' in fault ? sqlStateOf(fault.driverError) : undefined;
}
