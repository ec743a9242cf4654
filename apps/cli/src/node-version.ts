/** The first Node that has all that Samspill is written in; scripts/node24.mjs finds one for what runs from a clone. */
const MAJOR = 24;

/** What to say to somebody who runs Samspill on a Node that is too old for it; undefined where it is new enough. */
export const nodeIsTooOld = (version: string): string | undefined =>
  Number(version.split('.')[0]) >= MAJOR
    ? undefined
    : `Samspill runs on Node ${MAJOR} or later, and this is ${version}. From a clone, npm start and npm run -s samspill -- COMMAND bring their own.`;
