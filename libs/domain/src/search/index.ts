export { searchCatalogue } from './search-catalogue';
export type { SaidOfItem } from './said-of-item';
export type { CatalogueHit, HitLevel, SearchOptions } from './search-catalogue';
