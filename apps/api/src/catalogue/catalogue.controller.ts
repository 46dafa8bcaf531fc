import { Controller, Inject } from '@nestjs/common';
import { MoveCatalogueBody } from '@countersign/contracts/catalogue/bodies';
import { moveCatalogue, readCatalogue } from '@countersign/contracts/catalogue/endpoints';
import { CatalogueView } from '@countersign/contracts/catalogue/views';
import type { Catalogue } from '@countersign/domain/catalogue';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { problem } from '../platform/problem';
import { ProgramRow } from '../programs/program.row';
import { Programs } from '../programs/programs';
import { Catalogues } from './catalogues';
import { currentEdition } from './editions/editions';

@Controller()
export class CatalogueController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Catalogues) private readonly catalogues: Catalogues,
    @Inject(Programs) private readonly programs: Programs,
  ) {}

  /** An edition never changes: browsers keep it and ask again with its tag; express answers 304 when it is the same. */
  @Handle(readCatalogue, { view: CatalogueView })
  async read({ actor, params, response }: Handled<typeof readCatalogue>): Promise<CatalogueView> {
    const program = await this.db.glance(actor, (view) => this.programs.load(view, params.programId));
    const { catalogue } = this.catalogues.index(program.catalogueEdition);
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('ETag', `"${this.catalogues.tag(program.catalogueEdition)}-${currentEdition}"`);
    return catalogueView(catalogue);
  }

  /** An act of the director, who says which edition; moved twice the program is there once. */
  @Handle(moveCatalogue, { body: MoveCatalogueBody, view: CatalogueView })
  async move({ actor, params, body }: Handled<typeof moveCatalogue>): Promise<CatalogueView> {
    const { programId } = params;
    if (body.edition !== currentEdition) throw problem('catalogue/not-newest');
    await this.db.write(actor, async (tx) => {
      const { catalogueEdition } = await this.programs.load(tx, programId);
      if (catalogueEdition === currentEdition) return;
      await tx.update(ProgramRow, { id: programId }, { catalogueEdition: currentEdition });
      tx.record('catalogue.moved', { programId, id: programId }, {});
    });
    return catalogueView(this.catalogues.index(currentEdition).catalogue);
  }
}

/** The wire form of an edition: the domain's catalogue, its lists open to change by nobody but their owner. */
function catalogueView(catalogue: Catalogue): CatalogueView {
  return { ...(structuredClone(catalogue) as CatalogueView), newest: currentEdition };
}
