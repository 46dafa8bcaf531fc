import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PagePerson } from '../../platform/page-person';
import { Privacy } from '../../platform/privacy';
import { control } from '../../testing/page';
import { Field, FieldProse } from './field';
import { wayToFirstNote } from './first-note';

@Component({
  imports: [Field, FieldProse],
  template: `
    <cs-field label="Site"><input csProse="Main" /></cs-field>
    <cs-field label="Reflection" [error]="error()"><textarea [(csProse)]="text"></textarea></cs-field>
  `,
})
class Host {
  readonly text = signal('');
  readonly error = signal<string | undefined>(undefined);
  readonly goToFirstNote = wayToFirstNote();
}

let fixture: ComponentFixture<Host>;
let host: Host;
let privacy: Privacy;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const area = (): HTMLTextAreaElement => control(page(), 'textarea', 'Reflection');
const notes = (): string[] =>
  [...page().querySelectorAll('[aria-live="polite"] p')].map((note) => note.textContent.trim());
const confirm = (): HTMLButtonElement | null => page().querySelector('cs-prose-note button');

/** Types a text and leaves the field. */
async function write(text: string): Promise<void> {
  area().value = text;
  area().dispatchEvent(new Event('input'));
  area().dispatchEvent(new Event('blur'));
  await privacy.load();
  await fixture.whenStable();
}

beforeEach(async () => {
  fixture = TestBed.createComponent(Host);
  document.body.append(page());
  host = fixture.componentInstance;
  privacy = TestBed.inject(Privacy);
  await privacy.load();
  await fixture.whenStable();
});
afterEach(() => page().remove());

describe('A field of prose', () => {
  it('says nothing about words that name nobody', async () => {
    await write('Took the lateral view late.');
    expect([notes(), confirm(), area().getAttribute('aria-invalid')]).toEqual([[], null, null]);
  });

  it('shows which words tell who a patient is, keeps the text, and offers no way past', async () => {
    await write('Mrs Ramirez was afraid');
    expect(notes()).toEqual(['Take out “Mrs Ramirez”. Nothing here may tell who a patient is.']);
    expect([area().value, host.text(), confirm()]).toEqual([
      ...['Mrs Ramirez was afraid', 'Mrs Ramirez was afraid', null],
    ]);
    expect(area().getAttribute('aria-invalid')).toBe('true');
    expect(area().getAttribute('aria-describedby')).toBe(page().querySelectorAll('cs-prose-note')[1]?.id);
    expect(privacy.stops({ reflection: host.text() })).toBe(true);
  });

  it('looks again at a pause, without waiting until the field is left', async () => {
    area().value = 'Mrs Ramirez';
    area().dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect(notes()).toEqual([]);
    await new Promise((over) => setTimeout(over, 700));
    await fixture.whenStable();
    expect(notes()).toHaveLength(1);
  });

  it('lets words that may be a patient pass once their writer says that they are none', async () => {
    await write('Kowalski showed me the view');
    expect(notes()).toEqual([
      '“Kowalski” may tell who a patient is. Take it out, or say that it is no patient.',
    ]);
    expect(privacy.withDeclared({ reflection: host.text() })).toEqual({ reflection: host.text() });
    confirm()?.click();
    await fixture.whenStable();
    expect([notes(), confirm(), document.activeElement]).toEqual([
      ...[['You said that this is no patient: “Kowalski”'], null, area()],
    ]);
    expect(privacy.stops({ reflection: host.text() })).toBe(false);
    expect(privacy.withDeclared({ reflection: host.text() })).toEqual({
      reflection: host.text(),
      noPatient: ['Kowalski'],
    });
    expect(privacy.withDeclared({ reflection: 'Calm.' })).toEqual({ reflection: 'Calm.' });
  });

  it('is asked anew when another person works on the page', async () => {
    await write('Kowalski showed me the view');
    confirm()?.click();
    TestBed.inject(PagePerson).id.set('somebody-else');
    await fixture.whenStable();
    expect(confirm()).not.toBeNull();
  });

  it('is found as the first that needs attention', async () => {
    await write('Kowalski showed me the view');
    host.goToFirstNote();
    await fixture.whenStable();
    expect(document.activeElement).toBe(area());
  });

  it('says the same once, where the server said it too', async () => {
    host.error.set('Take out “Mrs Ramirez”. Nothing here may tell who a patient is.');
    await write('Mrs Ramirez was afraid');
    expect(page().querySelectorAll('.cs-field-error')).toHaveLength(1);
  });

  it('is what every text area of the app is, save where a file may be pasted: its prose is read on the server', () => {
    const pasted = ['requirements/import-page.html'];
    const app = join(__dirname, '../..');
    const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.(ts|html)$/.test(file) && !file.endsWith('spec.ts'),
    );
    const areas = files.flatMap((file) =>
      [...readFileSync(join(app, file), 'utf8').matchAll(/<textarea\b[^>]*>/g)].map(([tag]) => [file, tag]),
    );
    expect(areas.length).toBeGreaterThan(8);
    const others = areas.filter(([, tag = '']) => !/csProse/.test(tag));
    expect(others.map(([file]) => file)).toEqual(pasted);
  });
});
