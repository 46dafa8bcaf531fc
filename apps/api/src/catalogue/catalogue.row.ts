import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { column, nullable, primaryColumn } from '../db/columns';
import { Logged } from '../db/logged';

/** An edition of the catalogue that has been loaded whole and validated. */
@Entity('catalogue_edition')
@Logged({ log: 'installation' })
export class CatalogueEditionRow {
  @PrimaryColumn(primaryColumn(16, 'pk_catalogue_edition')) edition!: string;
  @Column(column('instant')) loadedAt!: number;
  /** SHA-256 of the files it was loaded from, so that a change of a published edition is found. */
  @Column(column(64, nullable)) checksum!: string | null;
}

/** One group, item, complication, diagnosis or word of an edition. */
@Entity('catalogue_term')
@Logged({ log: 'installation' })
@ForeignKey('CatalogueEditionRow', ['edition'], ['edition'], {
  name: 'fk_catalogue_term_edition',
  onDelete: 'RESTRICT',
  onUpdate: 'RESTRICT',
})
export class CatalogueTermRow {
  @PrimaryColumn(primaryColumn(16, 'pk_catalogue_term')) edition!: string;
  @PrimaryColumn(primaryColumn(16, 'pk_catalogue_term')) kind!:
    'group' | 'item' | 'complication' | 'diagnosis' | 'word';
  @PrimaryColumn(primaryColumn(64, 'pk_catalogue_term')) id!: string;
  /** Order within its kind, as published. */
  @Column(column('count')) position!: number;
  @Column(column('json')) body!: object;
}
