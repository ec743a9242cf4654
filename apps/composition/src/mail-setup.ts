import type { Environment } from '#platform/environment';
import { previousKey, sessionKey } from '#platform/identity';
import { MailSetup } from '#platform/mail';

/** The mail settings of the environment. The session key is needed only where reports about mail arrive. */
export const mailSetup = ({
  mail,
  sessionKey: given,
  previousSessionKey: previous,
  dataFolder,
}: Environment): MailSetup =>
  new MailSetup(mail, dataFolder, () => sessionKey(given, dataFolder), previousKey(previous));
