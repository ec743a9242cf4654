import { Injectable } from '@nestjs/common';
import type { Asker } from '#platform/identity';
import { isHeld } from '#registry/contract';
import type { Alert, AlertFacts } from '../../domain/alert.js';
import { alertsIn } from '../../domain/alerts-on.js';
import { leadersByUnit, situationOn, type Situation } from '../../domain/situation.js';
import { unitsToCall, type UnitToCall } from '../../domain/units-to-call.js';
import { AlertFactsOfDay } from '../alerts/alert-facts.js';
import { alertSentence } from '../alerts/alerts.sentences.js';
import { UnitContacts } from '../unit-history/unit-contacts.js';
import type { UnitHistoryRow } from '../unit-history/unit-history.entity.js';
import type { UnitAlertDto, UnitToCallDto } from './follow-up.dto.js';

/** The units to call today, with the data to show them. */
export interface CallList {
  readonly facts: AlertFacts;
  readonly alerts: readonly Alert[];
  readonly lines: readonly UnitToCall[];
  readonly contacts: ReadonlyMap<string, UnitHistoryRow>;
}

/** Groups the alerts of a day by the unit to call. */
@Injectable()
export class UnitsToCall {
  constructor(
    private readonly facts: AlertFactsOfDay,
    private readonly contacts: UnitContacts,
  ) {}

  /** `wanted` selects the alerts; all by default. */
  async on({ tenant, today }: Asker, wanted: (alert: Alert) => boolean = () => true): Promise<CallList> {
    const [facts, contacts] = await Promise.all([this.facts.on(today, tenant), this.contacts.last(tenant, today)]);
    const situation = situationOn(today, facts);
    const alerts = alertsIn(situation, facts);
    return { facts, alerts, contacts, lines: unitsToCall(alerts.filter(wanted), known(situation, facts, contacts)) };
  }

  /** One unit, with or without alerts; undefined for an unknown unit. */
  async of({ tenant, today }: Asker, unitId: string) {
    const [facts, contacts] = await Promise.all([this.facts.on(today, tenant), this.contacts.last(tenant, today)]);
    const unit = facts.units.find((it) => it.unitId === unitId);
    if (!unit) return undefined;
    const about = { ...facts, units: [unit], actions: facts.actions.filter(({ unitIds }) => unitIds[0] === unitId) };
    const situation = situationOn(today, about);
    const [line] = unitsToCall(alertsIn(situation, about), known(situation, about, contacts));
    const leaderIds = leadersByUnit(facts.people, today).get(unitId) ?? [];
    return { facts, contacts, line: line ?? { unit, leaderIds, alerts: [], oldest: 0, isInHand: false } };
  }
}

function known(situation: Situation, facts: AlertFacts, contacts: CallList['contacts']) {
  return {
    units: facts.units,
    leaders: leadersByUnit(facts.people, situation.day),
    daysSinceContact: (unitId: string) => {
      const last = contacts.get(unitId);
      return last && situation.age(last.saidOn, [unitId]);
    },
  };
}

/** Units with their alerts in the asker's language; at most `most` alerts each. */
export function showing({ facts: { people, units }, contacts }: Omit<CallList, 'alerts' | 'lines'>, asker: Asker) {
  const byId = new Map(people.map((person) => [person.personId, person]));
  const names = new Map(units.map(({ unitId, name }) => [unitId, name]));
  const nameOf = (personId: string | null) => (personId === null ? null : (byId.get(personId)?.name ?? null));
  const alertShown = (alert: Alert): UnitAlertDto => ({
    id: alert.id,
    kind: alert.kind,
    level: alert.level,
    subjectId: alert.subjectId,
    month: alert.month,
    text: alertSentence(alert, asker),
    about: alert.text,
    owner: alert.ownerId === null ? null : { personId: alert.ownerId, name: nameOf(alert.ownerId) },
    since: alert.since,
    ageInWorkingDays: alert.ageInWorkingDays,
  });
  const leadsFirst = (unitId: string, personId: string) =>
    byId
      .get(personId)
      ?.roles.some((role) => role.role === 'unit-leader' && role.unitId === unitId && isHeld(role, asker.today))
      ? 0
      : 1;
  const contact = (row: UnitHistoryRow | undefined): UnitToCallDto['lastContact'] =>
    row?.kind === 'reminded' || row?.kind === 'called'
      ? { kind: row.kind, on: row.saidOn, by: nameOf(row.byId), note: row.note }
      : null;
  const unit = ({ unit: of, leaderIds, alerts, oldest, isInHand }: UnitToCall, most = alerts.length): UnitToCallDto => {
    const counts: NonNullable<UnitToCallDto['counts']> = {};
    for (const { kind } of alerts) counts[kind] = (counts[kind] ?? 0) + 1;
    return {
      unitId: of.unitId,
      name: of.name,
      kind: of.kind,
      area: of.area,
      leaders: [...new Set(leaderIds)]
        .toSorted((a, b) => leadsFirst(of.unitId, a) - leadsFirst(of.unitId, b))
        .flatMap((personId) => {
          const person = byId.get(personId);
          if (!person) return [];
          const { name, title, email, phone } = person;
          return [{ personId, name, title, email, phone }];
        }),
      counts,
      oldest,
      isInHand,
      lastContact: contact(contacts.get(of.unitId)),
      matters: alerts.slice(0, most).map(alertShown),
      total: alerts.length,
    };
  };
  return { alert: alertShown, unit, nameOf, unitNameOf: (unitId: string) => names.get(unitId) ?? unitId };
}
