import { Key } from '../fields';

/** The edition to which a program moves, as its director saw it. */
export class MoveCatalogueBody {
  @Key() edition!: string;
}
