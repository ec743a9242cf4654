import type {
  ActionFact,
  AlertFact,
  MeetingFact,
  MunicipalityFact,
  PersonFact,
  ServiceFact,
  UnitFact,
} from '../contract/facts.js';

/** A table of facts. */
export interface FactTable<_Fact extends object = object> {
  readonly name: string;
  /** Whether rows say for which days they matter. */
  readonly isDated: boolean;
}

const table = <Fact extends object>(name: string, isDated = false): FactTable<Fact> => ({ name, isDated });

export const FACT_TABLES = {
  municipality: table<MunicipalityFact>('statistics_municipality'),
  units: table<UnitFact>('statistics_unit'),
  services: table<ServiceFact>('statistics_service'),
  people: table<PersonFact>('statistics_person'),
  meetings: table<MeetingFact>('statistics_meeting', true),
  actions: table<ActionFact>('statistics_action', true),
  alerts: table<AlertFact>('statistics_alert', true),
};
