export { indexCatalogue, plainWord } from './catalogue-index';
export type { CatalogueIndex } from './catalogue-index';
export type {
  Catalogue,
  CatalogueGroup,
  CatalogueItem,
  CatalogueWord,
  Complication,
  CountUnit,
  Diagnosis,
  Guidance,
  ItemDetail,
  LevelType,
  NumberDetail,
  ProcedureRole,
  Side,
} from './catalogue-item';
export { facetJoints } from './facet-joints';
export { parseCatalogue } from './parse-catalogue';
export type { CatalogueProblem, ParsedCatalogue } from './parse-catalogue';
export { nerveRoots, spaces, vertebrae } from './spine';
export { guidances, placesOf, procedureRoles, sides } from './vocabulary';
