import { IsBoolean } from 'class-validator';
import { mailGroups, type MailGroup } from '@countersign/domain/notices';
import { Email, GivenBack, OneOf } from '../fields';

/** Which mails a person does not want. */
export class MailChoicesBody {
  @OneOf(mailGroups, { each: true }) stopped!: MailGroup[];
}

/** Stops mails by the link in one of them, or lets them come again. */
export class MailStopBody {
  /** As it stands in the mail. */
  @GivenBack(200) token!: string;
  @IsBoolean() stopped!: boolean;
}

/** Asks for a mail with which a forgotten password is replaced. */
export class PasswordResetBody {
  @Email() email!: string;
}
