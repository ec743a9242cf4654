import { useSendOnce } from '../../api/use-send-once.js';

/** Sends a change of a person. */
export const useSend = () => useSendOnce((refetchChanged) => refetchChanged('person'));
