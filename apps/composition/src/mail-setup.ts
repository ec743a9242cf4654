import type { Environment } from '#platform/environment';
import { sessionKey } from '#platform/identity';
import { MailSetup } from '#platform/mail';

/** The mail settings of the environment. The session key is needed only where reports about mail arrive. */
export const mailSetup = ({ mail, sessionKey: given, dataFolder }: Environment): MailSetup =>
  new MailSetup(mail, dataFolder, () => sessionKey(given, dataFolder));
