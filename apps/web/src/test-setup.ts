import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

// jsdom has no layout to scroll.
Element.prototype.scrollIntoView = () => undefined;

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });
