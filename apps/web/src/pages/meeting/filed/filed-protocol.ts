import type { Answer } from '../../../api/reads.js';

/** A filed protocol in one of its versions, with the names that its ids stand for. */
export type FiledProtocol = Answer<'/api/meetings/{meetingId}/protocol'>;
