import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../words/language.js';
import { longDay, timeOfDay } from '../../../words/dates.js';
import { useBelowTheLine, useMatterInWords } from '../action-in-words.js';
import type { Statement } from './compare.js';
import { useOutcomeInWords } from './earlier-outcomes.js';
import type { FiledProtocol } from './filed-protocol.js';

type Field = readonly [name: string, value: string];
const given = (fields: readonly Field[]): readonly Field[] => fields.filter(([, value]) => value !== '');
/** With the year: versions may be compared much later. */
const day = (on: string) => longDay(on, currentLanguage(), '');

/** The whole content of a protocol version in words, for comparison. */
export function useVersionInWords(version: FiledProtocol): readonly Statement[] {
  const { t } = useTranslation(['meeting', 'filed']);
  const outcome = useOutcomeInWords(day);
  const matterInWords = useMatterInWords();
  const names = {
    person: (id: string) => version.people.find(({ personId }) => personId === id)?.name ?? t('person.unknown'),
    service: (id: string) =>
      version.services.find(({ serviceId }) => serviceId === id)?.name ?? t('more.unknownService'),
  };
  const below = useBelowTheLine(names);
  const { protocol, earlierTexts } = version;
  const text = (actionId: string) => earlierTexts.find((it) => it.actionId === actionId)?.text;
  const time = (at: string | null) => (at === null ? '' : timeOfDay(at, currentLanguage()));
  const person = (id: string | null) => (id === null ? '' : names.person(id));
  return [
    {
      key: 'about',
      part: t('about.title'),
      title: '',
      fields: given([
        [t('about.heldOn'), day(protocol.heldOn)],
        [t('about.startedAt'), time(protocol.startedAt)],
        [t('about.endedAt'), time(protocol.endedAt)],
        [t('about.place'), protocol.digital ? t('about.digital') : (protocol.place ?? '')],
        [t('about.chairId'), person(protocol.chairId)],
        [t('about.minuteTakerId'), person(protocol.minuteTakerId)],
        [t('section.nextMeetingOn'), protocol.nextMeetingOn ? day(protocol.nextMeetingOn) : ''],
      ]),
    },
    ...protocol.participants.map(({ personId, attendance, deputyId }) => ({
      key: `participant ${personId}`,
      part: t('section.participants'),
      title: names.person(personId),
      fields: [
        [
          t('filed:compare.attendance'),
          attendance === 'deputy' && deputyId
            ? t('participants.deputy', { name: names.person(deputyId) })
            : t(`attendance.${attendance}`),
        ] as const,
      ],
    })),
    ...protocol.earlierActions.map((it) => ({
      key: `earlier ${it.actionId}`,
      part: t('section.earlierActions'),
      title: text(it.actionId) ?? t('earlier.gone'),
      fields: given([
        [t('earlier.outcome'), [t(`outcome.${it.outcome}`), outcome(it, undefined)].filter(Boolean).join(': ')],
      ]),
    })),
    ...protocol.matters.map((matter) => ({
      key: `matter ${matter.matterId}`,
      part: t('section.matters'),
      title: matterInWords(matter),
      fields: given([
        [t('filed:compare.matter'), matterInWords(matter)],
        [t('filed:compare.topic'), t(`codes.topic.${matter.topic}`)],
        [t('filed:compare.cause'), matter.cause ? t(`codes.cause.${matter.cause}`) : ''],
        [t('filed:compare.ageBand'), matter.kind === 'anonymous' ? t(`codes.ageBand.${matter.ageBand}`) : ''],
        [t('filed:compare.setting'), matter.kind === 'anonymous' ? t(`codes.setting.${matter.setting}`) : ''],
      ]),
    })),
    ...protocol.actions.map((action) => ({
      key: `action ${action.actionId}`,
      part: t('section.actions'),
      title: action.text,
      fields: given([
        [t('action.text'), action.text],
        [
          t('action.owner'),
          [names.person(action.ownerId), action.ownerServiceId && names.service(action.ownerServiceId)]
            .filter(Boolean)
            .join(', '),
        ],
        [t('action.dueOn'), day(action.dueOn)],
        [t('action.followUpOn'), day(action.followUpOn)],
        [t('action.level'), t(`codes.level.${action.level}`)],
        [t('action.category'), t(`codes.category.${action.category}`)],
        ...below(action, protocol.matters),
      ]),
    })),
  ];
}
