/** The oldest major version of Node that Samspill supports; in a clone, scripts/node24.mjs finds one. */
const MAJOR = 24;

/** The sentence for a Node version that is too old; undefined if it is new enough. */
export const nodeIsTooOld = (version: string): string | undefined =>
  Number(version.split('.')[0]) >= MAJOR
    ? undefined
    : `Samspill runs on Node ${MAJOR} or later, and this is ${version}. From a clone, npm start and npm run -s samspill -- COMMAND bring their own.`;
