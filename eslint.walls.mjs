const frameworks = ['@nestjs/*', '@angular/*', 'typeorm', 'express', 'rxjs'];

/** Where an import may go; every row is an error (docs/architecture.md draws the same walls). */
export const walls = [
  {
    sourceTag: 'layer:domain',
    onlyDependOnLibsWithTags: ['layer:domain'],
    allowedExternalImports: [
      '@stdlib/*',
      'ml-matrix',
      'canonicalize',
      '@scure/base',
      'date-fns',
      'date-fns/*',
      '@date-fns/utc',
      'minisearch',
      'tslib',
      'fast-check',
      'node:*',
    ],
  },
  {
    sourceTag: 'layer:contracts',
    onlyDependOnLibsWithTags: ['layer:contracts', 'layer:domain'],
    bannedExternalImports: frameworks,
  },
  {
    sourceTag: 'runtime:browser',
    onlyDependOnLibsWithTags: ['layer:contracts', 'layer:domain'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'mysql2', 'express'],
  },
  {
    sourceTag: 'runtime:node',
    onlyDependOnLibsWithTags: ['layer:contracts', 'layer:domain'],
    bannedExternalImports: ['@angular/*'],
  },
  { sourceTag: 'layer:e2e', onlyDependOnLibsWithTags: ['layer:contracts'] },
];
