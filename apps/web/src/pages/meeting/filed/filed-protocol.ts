import type { Answer } from '../../../api/reads.js';

/** A filed protocol in one of its versions, with the names of its ids. */
export type FiledProtocol = Answer<'/api/meetings/{meetingId}/protocol'>;
