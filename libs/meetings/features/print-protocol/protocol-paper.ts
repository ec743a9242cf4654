import type { z } from 'zod';
import type { CalendarDate } from '#platform/kernel';
import type { Block, Cell, Fact, Paper } from '#platform/pdf';
import type { AgreedAction, EarlierAction, Matter, MeetingKind, Participant } from '../../contract/index.js';
import type { ProtocolAnswer } from '../../read-models/protocol-register/protocol.dto.js';
import * as words from './protocol-words.js';
import { amount, hour, longDay, plainDay, shortDay, type Form } from './protocol-words.js';

/** A filed protocol in one version, with all names that it needs. */
export interface PrintedProtocol {
  readonly filed: Omit<z.infer<typeof ProtocolAnswer>, 'correction' | 'services' | 'revision'>;
  readonly kind: MeetingKind | null;
  /** The municipality is fictional. */
  readonly demo: boolean;
  /** Names of services, by id. */
  readonly services: ReadonlyMap<string, string>;
}

/** The printed protocol: all filed content, in the municipality's form of Norwegian. */
export function protocolPaper(printed: PrintedProtocol, form: Form): Paper {
  const { filed, demo } = printed;
  const { protocol, version, versions, filedOn } = filed;
  const say = sayIn(form);
  const units = filed.units.map(({ name }) => name).join(', ');
  const day = plainDay(protocol.heldOn, form);
  return {
    title: `${say('protocol')} ${day}, ${units}`,
    language: form,
    author: filed.municipalityName,
    at: new Date(`${filedOn}T12:00:00Z`),
    notice: demo ? { text: say('demo'), mark: say('demoMark') } : null,
    foot: [day, ...(versions.length > 1 ? [`${say('version').toLowerCase()} ${version}`] : []), units].join(' · '),
    pageOf: (page, pages) => `${say('page')} ${page} ${say('of')} ${pages}`,
    blocks: [
      { kind: 'title', text: units, under: [say('protocol'), underTitle(printed, form)].join(' · ') },
      { kind: 'facts', facts: factsOf(printed, form) },
      ...participants(printed, form),
      ...earlierActions(printed, form),
      ...matters(protocol.matters, form),
      ...newActions(printed, form),
      { kind: 'heading', text: say('next') },
      {
        kind: 'paragraph',
        text: protocol.nextMeetingOn ? sentence(longDay(protocol.nextMeetingOn, form)) : say('noNext'),
      },
      ...filings(printed, form),
    ],
  };
}

const sayIn =
  (form: Form) =>
  (phrase: keyof typeof words.PHRASES): string =>
    words.PHRASES[phrase][form];
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
const dotted = (parts: readonly (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ');

function underTitle({ filed: { protocol }, kind }: PrintedProtocol, form: Form): string {
  const { heldOn, startedAt, endedAt } = protocol;
  const hours = endedAt ? `${hour(startedAt)}–${hour(endedAt)}` : hour(startedAt);
  return dotted([kind && words.KINDS[kind][form].toLowerCase(), `${longDay(heldOn, form)} kl. ${hours}`]);
}

function factsOf(printed: PrintedProtocol, form: Form): readonly Fact[] {
  const { place, digital, chairId, minuteTakerId } = printed.filed.protocol;
  const say = sayIn(form);
  const where = dotted([place, digital && say('digital')]);
  return [
    { label: say('municipality'), text: printed.filed.municipalityName },
    ...(where ? [{ label: say('place'), text: where }] : []),
    ...(chairId ? [{ label: say('chair'), text: nameOf(printed, chairId) }] : []),
    ...(minuteTakerId ? [{ label: say('minuteTaker'), text: nameOf(printed, minuteTakerId) }] : []),
  ];
}

const personOf = ({ filed }: PrintedProtocol, id: string) => filed.people.find(({ personId }) => personId === id);
const nameOf = (printed: PrintedProtocol, id: string): string => personOf(printed, id)?.name ?? '–';
const serviceOf = ({ services }: PrintedProtocol, id: string | null) => (id === null ? undefined : services.get(id));

function participants(printed: PrintedProtocol, form: Form): readonly Block[] {
  const say = sayIn(form);
  const rows = printed.filed.protocol.participants.map((participant): readonly Cell[] => [
    { text: nameOf(printed, participant.personId) },
    { text: capacityOf(printed, participant, form) },
    {
      text: words.ATTENDANCE[participant.attendance][form],
      details: participant.deputyId ? [nameOf(printed, participant.deputyId)] : [],
    },
  ]);
  return [
    { kind: 'heading', text: say('participants') },
    {
      kind: 'table',
      columns: [
        { head: say('name'), width: 4 },
        { head: say('role'), width: 7 },
        { head: say('attendance'), width: 3 },
      ],
      rows,
    },
  ];
}

/** Title or role, and for a deputy the represented person. */
function capacityOf(printed: PrintedProtocol, { personId, role, unitId, serviceId }: Participant, form: Form): string {
  const person = personOf(printed, personId);
  const held = role ?? person?.role;
  const place = printed.filed.units.find((unit) => unit.unitId === unitId)?.name ?? serviceOf(printed, serviceId);
  return [person?.title ?? (held && words.ROLES[held][form]), place ?? person?.place].filter(Boolean).join(', ');
}

function earlierActions(printed: PrintedProtocol, form: Form): readonly Block[] {
  const say = sayIn(form);
  const { earlierActions: decided } = printed.filed.protocol;
  const heading: Block = { kind: 'heading', text: say('earlier') };
  if (decided.length === 0) return [heading, { kind: 'paragraph', text: say('noEarlier') }];
  return [
    heading,
    {
      kind: 'table',
      columns: [
        { head: say('action'), width: 6 },
        { head: say('owner'), width: 3 },
        { head: say('outcome'), width: 5 },
      ],
      rows: decided.map((action) => {
        const was = printed.filed.earlierTexts.find(({ actionId }) => actionId === action.actionId);
        return [
          { text: was?.text ?? '–' },
          { text: was ? nameOf(printed, was.ownerId) : '–' },
          { text: words.OUTCOMES[action.outcome][form], details: decisionOf(action, was?.text, form) },
        ];
      }),
    },
  ];
}

/** `text` is the action's current text; a change equal to it is not repeated. */
function decisionOf(action: EarlierAction, text: string | undefined, form: Form): readonly string[] {
  const say = sayIn(form);
  const dates = (dueOn: CalendarDate, followUpOn: CalendarDate) => [
    `${say('dueOn')} ${shortDay(dueOn, form)}`,
    `${say('followUpOn')} ${shortDay(followUpOn, form)}`,
  ];
  const noted = (note: string | null) => (note ? [note] : []);
  switch (action.outcome) {
    case 'on-track':
      return [`${say('followUpOn')} ${shortDay(action.followUpOn, form)}`, ...noted(action.note)];
    case 'completed':
      return noted(action.note);
    case 'carried-on':
      return [...dates(action.dueOn, action.followUpOn), `${say('reason')}: ${action.reason}`];
    case 'changed':
      return [
        ...(action.text === text ? [] : [`${say('newText')}: ${action.text}`]),
        ...dates(action.dueOn, action.followUpOn),
        `${say('reason')}: ${action.reason}`,
      ];
    case 'abandoned':
      return [`${say('reason')}: ${words.ABANDONED[action.reason][form]}`, ...noted(action.note)];
  }
}

function matters(all: readonly Matter[], form: Form): readonly Block[] {
  const say = sayIn(form);
  const heading: Block = { kind: 'heading', text: say('matters') };
  if (all.length === 0) return [heading, { kind: 'paragraph', text: say('noMatters') }];
  return [heading, { kind: 'list', items: all.map((matter) => matterCell(matter, form)) }];
}

function matterCell(matter: Matter, form: Form): Cell {
  const say = sayIn(form);
  const about = [
    `${say('topic')}: ${words.TOPICS[matter.topic][form]}`,
    matter.cause && `${say('cause')}: ${words.CAUSES[matter.cause][form]}`,
    matter.kind === 'anonymous' && words.AGES[matter.ageBand][form],
    matter.kind === 'anonymous' && words.SETTINGS[matter.setting][form],
  ];
  return { text: matterTitle(matter, form), details: [sentenceCase(dotted(about))] };
}
const matterTitle = (matter: Matter, form: Form) =>
  matter.kind === 'system' ? matter.heading : sayIn(form)('anonymous');
const sentenceCase = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function newActions(printed: PrintedProtocol, form: Form): readonly Block[] {
  const say = sayIn(form);
  const { actions } = printed.filed.protocol;
  const heading: Block = { kind: 'heading', text: say('actions') };
  if (actions.length === 0) return [heading, { kind: 'paragraph', text: say('noActions') }];
  return [
    heading,
    {
      kind: 'table',
      columns: [
        { head: say('action'), width: 60 },
        { head: say('owner'), width: 34 },
        { head: say('dueOn'), width: 22 },
        { head: say('followUpOn'), width: 22 },
      ],
      rows: actions.map((action) => [
        { text: action.text, details: detailsOf(printed, action, form) },
        { text: nameOf(printed, action.ownerId), details: ownersPlace(printed, action) },
        { text: shortDay(action.dueOn, form) },
        { text: shortDay(action.followUpOn, form) },
      ]),
    },
  ];
}

/** The owner's service, otherwise their place of work. */
function ownersPlace(printed: PrintedProtocol, { ownerId, ownerServiceId }: AgreedAction): readonly string[] {
  const place = serviceOf(printed, ownerServiceId) ?? personOf(printed, ownerId)?.place;
  return place ? [place] : [];
}

function detailsOf(printed: PrintedProtocol, action: AgreedAction, form: Form): readonly string[] {
  const say = sayIn(form);
  const matter = printed.filed.protocol.matters.find(({ matterId }) => matterId === action.matterId);
  const helpers = action.contributors.map(({ personId, serviceId }) =>
    [personId && nameOf(printed, personId), serviceOf(printed, serviceId)].filter(Boolean).join(', '),
  );
  return [
    sentenceCase(
      dotted([
        words.LEVELS[action.level][form],
        words.CATEGORIES[action.category][form],
        action.approach && words.APPROACHES[action.approach][form],
      ]),
    ),
    ...(action.wantedEffect ? [`${say('wantedEffect')}: ${action.wantedEffect}`] : []),
    ...(helpers.length > 0 ? [`${say('contributors')}: ${helpers.join('; ')}`] : []),
    ...resourcesOf(action, form),
    ...(matter ? [`${say('matter')}: ${matterTitle(matter, form)}`] : []),
  ];
}

function resourcesOf({ resources }: AgreedAction, form: Form): readonly string[] {
  const say = sayIn(form);
  const { nok = null, hours = null } = resources ?? {};
  const heading = dotted([
    nok !== null && `${amount(nok, form)} kr`,
    hours !== null && `${amount(hours, form)} ${say(hours === 1 ? 'oneHour' : 'hours')}`,
  ]);
  return heading ? [`${say('resources')}: ${heading}`] : [];
}

/** The filing with person and day, and every correction up to this version with its reason. */
function filings(printed: PrintedProtocol, form: Form): readonly Block[] {
  const say = sayIn(form);
  const { versions, version: printedVersion } = printed.filed;
  const upToThis = versions.filter(({ version }) => version <= printedVersion);
  return [
    { kind: 'heading', text: say('filed') },
    {
      kind: 'list',
      items: upToThis.map(({ version, reason, filedOn, filedBy }) => ({
        text: `${say(version === 1 ? 'filed' : 'corrected')} ${plainDay(filedOn, form)} ${say('by')} ${nameOf(printed, filedBy)} (${say('version').toLowerCase()} ${version})`,
        details: reason ? [`${say('reason')}: ${reason}`] : [],
      })),
    },
  ];
}
