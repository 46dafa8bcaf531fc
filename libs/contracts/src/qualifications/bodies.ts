import {
  boardSpecialties,
  qualificationKinds,
  qualificationStandings,
  type BoardSpecialty,
  type QualificationKind,
  type QualificationStanding,
} from '@countersign/domain/qualification';
import { CivilDate, Id, Name, OneOf, Optional, Prose } from '../fields';
import { ProseBody } from '../prose-body';

/** A qualification as somebody writes it down; the number of a license or registration has no place in it. */
export class QualificationBody extends ProseBody {
  @OneOf(qualificationKinds) kind!: QualificationKind;
  /** Of a board, and of nothing else. */
  @Optional() @OneOf(boardSpecialties) specialty?: BoardSpecialty;
  /** What it is, where the kind alone does not say; something else needs it. */
  @Optional() @Name(80) title?: string;
  /** The body that gave it. */
  @Name(120) issuer!: string;
  /** Where it holds, such as a state. */
  @Optional() @Name(60) jurisdiction?: string;
  @OneOf(qualificationStandings) standing!: QualificationStanding;
  @Optional() @CivilDate() fromOn?: string;
  /** Last day on which it holds; left out where it does not expire. */
  @Optional() @CivilDate() expiresOn?: string;
  @Optional() @Prose(400) note?: string;
}

/** A new one; its id is made by the client. */
export class AddQualificationBody extends QualificationBody {
  @Id() id!: string;
}
