import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

/** The address names nothing, or nothing that the role in use may see; which of the two is not told. */
@Component({
  selector: 'cs-not-found-page',
  imports: [RouterLink],
  template: `
    <div class="cs-page narrow">
      <header class="cs-page-head"><h1>Nothing to see here</h1></header>
      <p class="cs-text-2">This address does not exist, or it is not yours to see in the role you work in.</p>
      <p><a class="cs-button main" routerLink="/">Go to your start page</a></p>
    </div>
  `,
})
export class NotFoundPage {}
