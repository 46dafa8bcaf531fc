import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CatalogueItem, Guidance, ProcedureRole } from '@countersign/domain/catalogue';
import type {
  AgeBand,
  Decision,
  DecisionKind,
  DecisionSlot,
  DiagnosisGroup,
  KeptContent,
  EntryState,
  Help,
  LineCorrection,
  Outcome,
  PainCategory,
  RatingScope,
  ReturnReason,
  Setting,
  SupervisionLevel,
} from '@countersign/domain/entry';
import type { TextId } from '@countersign/domain/ledger';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/** An entry: where it is in its life. Its content is in the versions. */
@Entity('entry')
@Logged({ log: 'program' })
@Index('ix_entry_fellow', ['programId', 'fellowId', 'performedOn'])
@Index('ix_entry_queue', ['programId', 'supervisorId', 'state', 'submittedAt'])
@Index('ix_entry_assigned', ['programId', 'assignedId', 'state', 'submittedAt'])
@Index('ix_entry_state', ['programId', 'state', 'performedOn'])
@ForeignKey('ProgramRow', ['programId'], ['id'], {
  name: 'fk_entry_program',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['fellowId'], ['id'], {
  name: 'fk_entry_fellow',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['supervisorId'], ['id'], {
  name: 'fk_entry_supervisor',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class EntryRow {
  @PrimaryColumn(primaryColumn('id', 'pk_entry')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_entry')) id!: string;
  @Column(column('id')) fellowId!: string;
  /** Named by the version that waits, else by the one of `performedOn`; null only while a draft names none. */
  @Column(column('id', nullable)) supervisorId!: string | null;
  /** To whom director or coordinator handed the waiting version over; null where it waits for whom it names. */
  @Column(column('id', nullable)) assignedId!: string | null;
  @Column(column(16)) state!: EntryState;
  /** The optimistic lock: every change raises it by one, conditionally. */
  @Column(column('count', { name: 'version' })) revision!: number;
  /** Number of the newest content version. */
  @Column(column('count')) number!: number;
  /** Number of the content version that counts. */
  @Column(column('count', nullable)) approvedNumber!: number | null;
  /** Number of the version that others see: what counts, else the newest that was sent; null while none was. */
  @Column(column('count', nullable)) shownNumber!: number | null;
  /** Date of the version that others see, of a draft its own; for lists. */
  @Column(column('civilDate')) performedOn!: string;
  /** When the version that names the supervisor was sent. */
  @Column(column('instant', nullable)) submittedAt!: number | null;
  /** When the entry was first sent, whatever became of it then: what the late stamp rests on. */
  @Column(column('instant', nullable)) firstSubmittedAt!: number | null;
  /** Id of the text. */
  @Column(column(500, nullable)) voidReason!: TextId | null;
  @Column(column('instant')) createdAt!: number;
}

/** One version of an entry's content; a decided version never changes again. */
@Entity('entry_version')
@Logged({ log: 'program', columns: { simulation: 'derived', selfRated: 'derived' } })
@ForeignKey('EntryRow', ['programId', 'entryId'], ['programId', 'id'], {
  name: 'fk_entry_version_entry',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class EntryVersionRow {
  @PrimaryColumn(primaryColumn('id', 'pk_entry_version')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_entry_version')) entryId!: string;
  @PrimaryColumn(primaryColumn('count', 'pk_entry_version')) number!: number;
  /** Edition of the catalogue under which it was written; what its items mean is read there. */
  @Column(column(16)) edition!: string;
  /** With ids in the place of words. */
  @Column(column('json')) content!: KeptContent<TextId>;
  /** As in the content, for lists that leave simulations out. */
  @Column(column('flag')) simulation!: boolean;
  /** Whether the fellow rated every procedure of it; experiences have nothing to rate. Derived from the content. */
  @Column(column('flag')) selfRated!: boolean;
  @Column(column(120, nullable)) rotation!: string | null;
  @Column(column('instant')) createdAt!: number;
  /** When it was sent; null while it was not, and once it was withdrawn. */
  @Column(column('instant', nullable)) submittedAt!: number | null;
  /**
   * Days from the procedure to the first submission, when more than the program's limit allows; null when in time. A
   * stamp of the entry, on its first version alone.
   */
  @Column(column('count', nullable)) lateDays!: number | null;
}

/**
 * The facts of one procedure of one version, laid out for counting and searching, as the fellow recorded them; a
 * correction is in its decision. Derived from the content: `recount` makes them again and compares.
 */
@Entity('entry_procedure')
@Logged({ unlogged: 'derived from the content of its version' })
@Index('ix_entry_procedure_fellow', ['programId', 'fellowId', 'performedOn'])
@Index('ix_entry_procedure_item', ['programId', 'itemId'])
@ForeignKey('EntryVersionRow', ['programId', 'entryId', 'number'], ['programId', 'entryId', 'number'], {
  name: 'fk_entry_procedure_version',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class EntryProcedureRow {
  @PrimaryColumn(primaryColumn('id', 'pk_entry_procedure')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_entry_procedure')) entryId!: string;
  @PrimaryColumn(primaryColumn('count', 'pk_entry_procedure')) number!: number;
  @PrimaryColumn(primaryColumn('count', 'pk_entry_procedure')) position!: number;
  @Column(column(64)) itemId!: string;
  @Column(column(64)) groupId!: string;
  @Column(column(24, nullable)) role!: ProcedureRole | null;
  @Column(column(24, nullable)) supervision!: SupervisionLevel | null;
  @Column(column(24, nullable)) outcome!: Outcome | null;
  @Column(column('count')) levels!: number;
  @Column(column('id')) fellowId!: string;
  @Column(column('civilDate')) performedOn!: string;
  @Column(column('flag')) simulation!: boolean;
  @Column(column(16)) kind!: CatalogueItem['kind'];
  /** Technique ids with a blank between them; empty where none was recorded. */
  @Column(column(1300)) techniques!: string;
  /** Choices among the details, as `detail=choice` with a blank between; null where none was recorded. */
  @Column(column(1300, nullable)) choices!: string | null;
  @Column(column('id', nullable)) supervisorId!: string | null;
  @Column(column('id', nullable)) siteId!: string | null;
  @Column(column(24, nullable)) setting!: Setting | null;
  @Column(column(24, nullable)) painCategory!: PainCategory | null;
  @Column(column(24, nullable)) diagnosisGroup!: DiagnosisGroup | null;
  @Column(column(64, nullable)) diagnosisId!: string | null;
  @Column(column(8, nullable)) ageBand!: AgeBand | null;
  @Column(column(64, nullable)) region!: string | null;
  @Column(column(24, nullable)) guidance!: Guidance | null;
  /** The fellow's own rating of this line: blind until both are in. */
  @Column(column('count', nullable)) selfHelp!: Help | null;
}

/**
 * What was said about one version: the decision, the fellow's answer to its corrections, the director's resolution.
 * `live` is 1, or null once undone: the key then allows a new one in the slot.
 */
@Entity('decision')
@Logged({ log: 'program' })
@Unique('uq_decision_live', ['programId', 'entryId', 'number', 'slot', 'live'])
@Index('ix_decision_by', ['programId', 'byId', 'at'])
@Index('ix_decision_batch', ['programId', 'batchId'])
@Check('ck_decision_not_own', "slot = 'answer' OR byId <> fellowId")
@ForeignKey('EntryVersionRow', ['programId', 'entryId', 'number'], ['programId', 'entryId', 'number'], {
  name: 'fk_decision_version',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['byId'], ['id'], {
  name: 'fk_decision_by',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
@ForeignKey('PersonRow', ['onBehalfOfId'], ['id'], {
  name: 'fk_decision_on_behalf_of',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class DecisionRow implements Decision {
  @PrimaryColumn(primaryColumn('id', 'pk_decision')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_decision')) id!: string;
  @Column(column('id')) entryId!: string;
  @Column(column('count')) number!: number;
  @Column(column(16)) slot!: DecisionSlot;
  @Column(column('count', nullable)) live!: number | null;
  @Column(column(16)) kind!: DecisionKind;
  @Column(column('id')) byId!: string;
  @Column(column('id', nullable)) onBehalfOfId!: string | null;
  @Column(column('id')) fellowId!: string;
  @Column(column('instant')) at!: number;
  @Column(column('json')) corrections!: readonly LineCorrection[];
  @Column(column(1000, nullable)) keepDoing!: TextId | null;
  @Column(column(1000, nullable)) nextTimeText!: TextId | null;
  @Column(column(32, nullable)) reasonCode!: ReturnReason | null;
  @Column(column(1000, nullable)) reasonText!: TextId | null;
  @Column(column('instant', nullable)) undoneAt!: number | null;
  /** Names the one act by which several entries were approved, made by the client; null for a decision by itself. */
  @Column(column('id', nullable)) batchId!: string | null;
}

/** The rating of one procedure, given with an approval. */
@Entity('rating')
@Logged({ log: 'program' })
@Index('ix_rating_entry', ['programId', 'entryId', 'number'])
@Check('ck_rating_help', 'help >= 1 AND help <= 5')
@Check('ck_rating_next_time', 'nextTime IS NULL OR (nextTime >= 1 AND nextTime <= 5)')
@ForeignKey('DecisionRow', ['programId', 'decisionId'], ['programId', 'id'], {
  name: 'fk_rating_decision',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class RatingRow {
  @PrimaryColumn(primaryColumn('id', 'pk_rating')) programId!: string;
  @PrimaryColumn(primaryColumn('id', 'pk_rating')) decisionId!: string;
  @PrimaryColumn(primaryColumn('count', 'pk_rating')) position!: number;
  @Column(column('id')) entryId!: string;
  @Column(column('count')) number!: number;
  @Column(column('count')) help!: number;
  @Column(column('count', nullable)) nextTime!: number | null;
  @Column(column(8)) scope!: RatingScope;
}
