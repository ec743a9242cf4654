import type { StartUser } from '../../pages/start/start-parts.js';
import { rightOf } from '../../session/held-rights.js';

/** The part of the session's answer that a page's first reads depend on. */
export interface Visitor extends StartUser {
  readonly personId: string;
  readonly today: string;
}

/** The answer to a read that has already been sent; undefined when it was refused or did not arrive. */
export type AnswerTo = (address: string) => Promise<unknown>;

/** An API address, or a part of the page that is loaded later; `false` for what this visitor's page does not ask for. */
export type First = string | false;
export type FirstReads = (
  visitor: Visitor,
  id: string,
  answerTo: AnswerTo,
  query: URLSearchParams,
) => readonly First[] | Promise<readonly First[]>;

/** A part by the path of its module below `src`, without extension; the build finds its scripts by this notation. */
export const part = (module: string): string => module;
export const isPart = (first: string): boolean => !first.startsWith('/');

export const may = (visitor: Visitor, right: string): boolean => rightOf(visitor, right) !== undefined;

export const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

export const UNITS = '/api/units?page=1&size=200';
export const SERVICES = '/api/services?size=200';
export const SERVICE_UNITS = '/api/service-units?size=200';

/** Figures of indicators. */
export const figures = (query: object): string =>
  `/api/statistics/figures?${new URLSearchParams({ ...query }).toString()}`;
