import type { Type } from '@nestjs/common';

/** The exports of a folder's index.ts (`import * as features from './features/index.js'`). */
type Exports = Readonly<Record<string, unknown>>;

/** The controllers among the exports: a module lists no use case by hand. Every controller's name ends in `Controller`. */
export const controllersIn = (...folders: readonly Exports[]): Type[] => classesNamed('Controller', folders);

/** The handlers of commands and queries among the exports. Every handler's name ends in `Handler`. */
export const handlersIn = (...folders: readonly Exports[]): Type[] => classesNamed('Handler', folders);

const classesNamed = (ending: string, folders: readonly Exports[]): Type[] =>
  folders.flatMap((folder) =>
    Object.entries(folder).flatMap(([name, value]) =>
      name.endsWith(ending) && typeof value === 'function' ? [value as Type] : [],
    ),
  );
