// `isHeld` for lists filtered in the database. Days are compared as text, as in TypeScript: a day of an older
// log may be invalid as a date in the database (year 0000).

/** The roles of a person as rows named `held`; `roles` is an SQL expression. */
export const rolesInSql = (roles: string): string =>
  `jsonb_to_recordset(${roles})
    as held(role text, "unitId" text, "serviceId" text, "serviceUnitId" text, "from" text, "to" text, "standsInFor" text)`;

/** `isHeld` of the row `held` on a day, an SQL expression of the form YYYY-MM-DD. */
export const heldOnInSql = (day: string): string =>
  `(held."from" collate "C" <= ${day}::text and coalesce(held."to" collate "C" >= ${day}::text, true))`;
