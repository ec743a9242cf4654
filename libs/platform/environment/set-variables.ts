/** Variables of a process, as the operating system gives them. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The variables that are set. One that is empty, or blank, is not: Compose passes on `SMTP_URL=` for a line that nobody
 * has filled in. Values stay as they are.
 */
export const setVariables = (variables: Variables): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(variables).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1].trim() !== '',
    ),
  );
