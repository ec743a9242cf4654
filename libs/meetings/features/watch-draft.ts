import { Controller, Param, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { LiveRoute, type AskedRequest } from '#platform/http';
import { MeetingId } from '#platform/kernel';
import { Changed, LiveUpdates, Ready } from '#platform/live';
import { DraftSaved, Presence } from '../drafts/editors/editors.dto.js';
import { Editors } from '../drafts/editors/editors.js';

@Controller('meetings')
export class WatchDraftController {
  constructor(
    private readonly updates: LiveUpdates,
    private readonly editors: Editors,
  ) {}

  @LiveRoute({
    path: ':meetingId/draft/live',
    right: 'protocol.write',
    of: 'meeting',
    summary: 'What the others do with the draft while one writes, and all that `/api/live` tells, in one stream.',
    events: { ready: Ready, changed: Changed, draft: DraftSaved, presence: Presence },
  })
  async watch(
    @Param('meetingId', { schema: MeetingId }) meetingId: MeetingId,
    @Req() request: AskedRequest,
    @Res() response: Response,
  ) {
    await this.editors.join(meetingId, await this.updates.begin(request, response));
  }
}
