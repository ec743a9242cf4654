import { useTranslation } from 'react-i18next';
import { rightOf } from '../../session/held-rights.js';
import { useSession, type Right } from '../../session/session.js';
import { PageLinks } from './page-links.js';

const PLACES = [
  ['meetings', '/moter', 'meeting.read'],
  ['protocols', '/protokoller', 'protocol.read'],
  ['calendar', '/moter/kalender', 'calendar.subscribe'],
] as const satisfies readonly (readonly [key: string, to: string, right: Right])[];

/** Links between meetings, protocols and one's own calendar: those that the user may open, where they are several. */
export function MeetingLinks() {
  const { t } = useTranslation('parts');
  const { who } = useSession();
  const places = PLACES.filter(([, , right]) => rightOf(who, right) !== undefined);
  if (places.length < 2) return null;
  return (
    <PageLinks
      label={t('meetingLinks.label')}
      links={places.map(([key, to]) => ({ to, text: t(`meetingLinks.${key}`) }))}
    />
  );
}
