import journeys from '../playwright.config';

/** The pictures of the README, taken from the running app: `npx nx run e2e:pictures` after a build. */
export default { ...journeys, testDir: '.', projects: [{ name: 'pictures', testMatch: '*.pictures.ts' }] };
