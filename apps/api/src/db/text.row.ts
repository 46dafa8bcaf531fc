import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TextId } from '@countersign/domain/ledger';
import type { IdentifierKind } from '@countersign/domain/phi';
import { column, nullable, primaryColumn } from './columns';
import { Logged } from './logged';

/**
 * A free text of a person, once; contents, decisions and events hold its id alone. A redaction takes words and salt
 * away: the id stays, and nobody can find the words from it.
 */
@Entity('text')
@Logged({ log: 'program', columns: { salt: 'apart', body: 'apart' } })
export class TextRow {
  @PrimaryColumn(primaryColumn('id', 'pk_text')) programId!: string;
  /** The commitment to the words: `text:` and 64 hex digits. */
  @PrimaryColumn(primaryColumn(69, 'pk_text')) id!: TextId;
  /** 16 random bytes in hex; null once the words are removed. */
  @Column(column(32, nullable)) salt!: string | null;
  @Column(column('longText', nullable)) body!: string | null;
  @Column(column('instant', nullable)) removedAt!: number | null;
  /**
   * What the privacy guard took words of it for, where their writer said that they are no patient; null where nothing was
   * to be said. Who said so is the actor of the event that has this row.
   */
  @Column(column('json', nullable)) noPatient!: readonly IdentifierKind[] | null;
}
