import { CivilDate, Id, Name, Optional } from '../fields';

/** For whom a display link is, and how long it works. */
export class DisplayLinkBody {
  /** Name of the ward or room where it hangs. */
  @Name(80) ward!: string;
  /** The site that is chosen when the page opens. */
  @Optional() @Id() siteId?: string;
  /** Last day on which it works. */
  @CivilDate() expiresOn!: string;
}
