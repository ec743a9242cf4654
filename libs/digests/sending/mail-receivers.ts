import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#platform/kernel';
import {
  DEFAULT_DIGESTS,
  Directory,
  isActive,
  nameOn,
  substitutesOn,
  type DigestSettings,
  type MunicipalityDto,
  type PersonDto,
  type ServiceDto,
  type ServiceUnitDto,
} from '#registry/contract';
import type { DigestContent, MailLanguage, Preferences } from '../contract/index.js';
import { PreferencesReader } from '../read-models/chosen-preferences/preferences-reader.js';

/** A municipality's people and names on a day, read once for many mails. */
export interface ReceiversOfDay {
  readonly day: CalendarDate;
  readonly settings: DigestSettings;
  readonly municipality: DigestContent['municipality'];
  readonly people: readonly PersonDto[];
  readonly services: readonly ServiceDto[];
  readonly serviceUnits: readonly ServiceUnitDto[];
  /** The person, if they hold a role today and are at work: mail for those who are away goes to their substitutes. */
  readonly activePerson: (personId: string) => PersonDto | undefined;
  /** The municipality's language, for those who have chosen none. */
  readonly language: MailLanguage;
  readonly preferencesOf: (personId: string) => Preferences;
  readonly languageOf: (personId: string) => MailLanguage;
  readonly nameOf: (id: string) => string | undefined;
}

/** Reads who may get mail, and what things are called. */
@Injectable()
export class MailReceivers {
  constructor(
    private readonly directory: Directory,
    private readonly preferences: PreferencesReader,
  ) {}

  /** The municipality's decisions about mail; undefined for a tenant without a municipality. */
  async settings(tenant: string): Promise<DigestSettings | undefined> {
    const municipality = await this.directory.municipality(tenant);
    return municipality && settingsOf(municipality);
  }

  /** Everybody in the municipality, for those who need them more than once. */
  everybody(tenant: string): Promise<readonly PersonDto[]> {
    return this.directory.people(tenant);
  }

  /** Undefined for a tenant without a municipality. */
  async on(tenant: string, day: CalendarDate, everybody?: readonly PersonDto[]): Promise<ReceiversOfDay | undefined> {
    const [municipality, people, units, services, serviceUnits, preferencesOf] = await Promise.all([
      this.directory.municipality(tenant),
      everybody ?? this.directory.people(tenant),
      this.directory.units(tenant),
      this.directory.services(tenant),
      this.directory.serviceUnits(tenant),
      this.preferences.ofEveryone(tenant),
    ]);
    if (!municipality) return undefined;
    const { isAway } = substitutesOn(people, day);
    const everyone = new Map<string, PersonDto>(people.map((it) => [it.personId, it]));
    const away = new Set<string>(
      people.flatMap((it) => (isActive(it, day) && !isAway(it.personId) ? [] : [it.personId])),
    );
    const names = new Map<string, string>([
      ...units.map(({ unitId, name }) => [unitId, name] as const),
      ...services.map(({ serviceId, name }) => [serviceId, name] as const),
      ...serviceUnits.map(({ serviceUnitId, name }) => [serviceUnitId, name] as const),
    ]);
    const language: MailLanguage = municipality.languageForm === 'nn' ? 'nn' : 'nb';
    return {
      day,
      settings: settingsOf(municipality),
      municipality: { name: nameOn(municipality, day), isDemo: municipality.demo },
      people,
      services,
      serviceUnits,
      activePerson: (personId) => (away.has(personId) ? undefined : everyone.get(personId)),
      language,
      preferencesOf,
      languageOf: (personId) => preferencesOf(personId).language ?? language,
      nameOf: (id) => everyone.get(id)?.name ?? names.get(id),
    };
  }
}

const settingsOf = ({ settings }: MunicipalityDto): DigestSettings => settings.digests ?? DEFAULT_DIGESTS;
