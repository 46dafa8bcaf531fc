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
  ProcedureRole,
  Side,
} from './catalogue-item';
export { facetJoints } from './facet-joints';
export { parseCatalogue } from './parse-catalogue';
export type { CatalogueProblem, ParsedCatalogue } from './parse-catalogue';
export { searchCatalogue } from './search-catalogue';
export type { SaidOfItem } from './said-of-item';
export type { CatalogueHit, HitLevel, SearchOptions } from './search-catalogue';
export { guidances, placesOf, procedureRoles, sides } from './vocabulary';
