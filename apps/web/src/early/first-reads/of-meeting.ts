import { may, part, type AnswerTo, type First, type Visitor } from './first-read.js';

/** A meeting's page asks for something else at each stage of the meeting. */
export async function ofMeeting(visitor: Visitor, id: string, answerTo: AnswerTo): Promise<readonly First[]> {
  const meeting = (await answerTo(`/api/meetings/${id}`)) as { readonly state?: string } | undefined;
  if (meeting?.state === 'filed')
    return [`/api/meetings/${id}/protocol`, `/api/meetings/${id}/timeline`, part('pages/meeting/filed/filed-meeting')];
  if (meeting?.state === 'held' && may(visitor, 'protocol.write'))
    return [`/api/meetings/${id}/draft`, part('pages/meeting/editor/editor')];
  return [];
}
