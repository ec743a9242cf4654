import { existsSync } from 'node:fs';
import { inProject, Refused } from './project.mjs';

const MAJOR = 24;

export const isRightNode = () => Number(process.versions.node.split('.')[0]) >= MAJOR;

/** Path of the Node to run Samspill on: the current one if it is new enough, otherwise the one from the lock file. */
export function node24() {
  if (isRightNode() && existsSync(process.execPath)) return process.execPath;
  const brought = inProject('node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(brought)) return brought;
  throw new Refused(
    `Samspill runs on Node ${MAJOR} or later, and this is ${process.versions.node}: install Node ${MAJOR} (https://nodejs.org) and start again.`,
  );
}
