import { IsInt, Matches, Min } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { letterKinds, type LetterKind } from '@countersign/domain/credential';
import { applyDecorators } from '../decorate';
import { Id, Key, OneOf, Optional, Prose, TEXT_KIND } from '../fields';
import { ProseBody } from '../prose-body';
import { SigningProseBody } from '../signatures/bodies';

/** Hex SHA-256. */
const Digest = (): PropertyDecorator =>
  applyDecorators(
    Matches(/^[0-9a-f]{64}$/),
    JSONSchema({ type: 'string', pattern: '^[0-9a-f]{64}$', [TEXT_KIND]: 'name' }),
  );

/** What a letter is to be about. */
export class LetterQuery {
  @OneOf(letterKinds) kind!: LetterKind;
  /** The signed competency; only and always for a letter about one. */
  @Optional() @Key() competencyId?: string;
}

/** Whose letters. */
export class LettersQuery {
  /** Left out: those of every fellow whom the reader may see. */
  @Optional() @Id() fellowId?: string;
}

/** The director signs a letter. */
export class IssueLetterBody extends SigningProseBody {
  /** Made by the client, so that a letter sent twice is there once. */
  @Id() id!: string;
  @OneOf(letterKinds) kind!: LetterKind;
  @Optional() @Key() competencyId?: string;
  /** Digest of the draft that was shown; where the record is another one by now, nothing is signed. */
  @Digest() shownDigest!: string;
  /** Version of the statement that is accepted with the first signature. */
  @Optional() @IsInt() @Min(1) statementVersion?: number;
  /** What the director attests, in words. */
  @Prose(600) attestation!: string;
}

/** The director takes a letter back. */
export class RevokeLetterBody extends ProseBody {
  @Prose(600) reason!: string;
}
