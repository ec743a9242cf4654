import { useSendOnce } from '../../api/use-send-once.js';

/** Sends a decision about a sign-in. */
export const useSend = () => useSendOnce((refetchChanged) => refetchChanged('identity'));
