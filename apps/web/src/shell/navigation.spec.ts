import { describe, expect, test } from '@jest/globals';
import { rightOf } from '../session/held-rights.js';
import type { Right, Role } from '../session/session.js';
import { whoHolds } from '../session/who.examples.js';
import { placesFor, type Place } from './navigation.js';

/** The right without which the page of an entry is refused; none for the start page. */
const NEEDED: Readonly<Record<Place['key'], Right | null>> = {
  start: null,
  meetings: 'meeting.read',
  actions: 'action.read',
  units: 'registry.read',
  ownUnit: 'meeting.read',
  followUp: 'board.read',
  yearPlan: 'plan.read',
  services: 'service-figures.read',
  statistics: 'statistics.see',
};

describe('the navigation', () => {
  test.each<readonly [Role, readonly Place['key'][]]>([
    ['coordinator', ['start', 'followUp', 'yearPlan', 'meetings', 'actions', 'units', 'statistics']],
    ['service-unit-leader', ['start', 'services', 'meetings', 'actions', 'units', 'statistics']],
    ['unit-leader', ['start', 'meetings', 'actions', 'yearPlan', 'ownUnit']],
    ['meeting-chair', ['start', 'meetings', 'actions', 'units']],
    ['service-member', ['start', 'meetings', 'actions', 'units']],
    ['teacher', ['start', 'meetings', 'actions', 'units']],
    ['director', ['start', 'followUp', 'units', 'statistics']],
    ['elected', ['start']],
    ['auditor', ['start']],
  ])('of a %s has %j, all of which the rights allow', (role, keys) => {
    const who = whoHolds(role);
    expect(placesFor(who).map(({ key }) => key)).toEqual(keys);
    const refused = keys.filter((key) => NEEDED[key] !== null && rightOf(who, NEEDED[key]) === undefined);
    expect(refused).toEqual([]);
  });

  test('of a user without a role has the start page', () => {
    expect(placesFor(whoHolds())).toEqual([{ key: 'start', to: '/' }]);
  });

  test('has at most seven entries, each once', () => {
    const keys = placesFor(whoHolds('coordinator', 'service-unit-leader', 'unit-leader')).map(({ key }) => key);
    expect([keys.length, new Set(keys).size]).toEqual([7, 7]);
  });
});
