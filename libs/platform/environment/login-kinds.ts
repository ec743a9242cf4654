/** The logins of an installation beside the owner's, by who uses them. */
export const LOGIN_KINDS = ['api', 'worker', 'operator'] as const;
export type LoginKind = (typeof LOGIN_KINDS)[number];

/** The variable that gives a login's address. */
export const LOGIN_VARIABLES = {
  api: 'DATABASE_URL_API',
  worker: 'DATABASE_URL_WORKER',
  operator: 'DATABASE_URL_OPERATOR',
} as const satisfies Readonly<Record<LoginKind, string>>;
