import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { CheckpointsView } from '@countersign/contracts/ledger/views';
import { control, pageProviders, signIn, SpecServer, textIn } from '../testing/page';
import { RecordPage } from './record-page';

const at = Date.UTC(2026, 10, 23, 17);
const root = 'ab'.repeat(32);
const view: CheckpointsView = {
  logId: 'p',
  size: 12,
  more: true,
  checkpoints: [
    { size: 10, at, root, signedBy: ['c98c4d6b'] },
    { size: 4, at: at - 3_600_000, root, signedBy: [] },
  ],
};

describe('The page of the record', () => {
  let fixture: ComponentFixture<RecordPage>;
  let server: SpecServer;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const links = (): (string | null)[] =>
    [...page().querySelectorAll('a[download]')].map((link) => link.getAttribute('href'));

  const open = async (answer: CheckpointsView): Promise<void> => {
    TestBed.configureTestingModule({ providers: pageProviders });
    server = new SpecServer({ '/record/program': answer });
    await signIn('director');
    fixture = TestBed.createComponent(RecordPage);
    await server.settle();
  };

  it('says when the log was last signed, by which key, and what came since', async () => {
    await open(view);
    const last = textIn(page().querySelector('.last'));
    expect(last).toContain('10 events; 2 more came since');
    expect(last).toContain('c98c4d6b');
    expect(textIn(page())).toContain('Keep one outside of this system, at least monthly');
  });

  it('gives away what somebody signed, and says of the rest that nobody did', async () => {
    await open(view);
    const address = '/api/programs/p/record/program/10';
    expect(links()).toEqual([address, address]);
    expect(textIn(page().querySelectorAll('.checkpoints li')[1] ?? null)).toContain('signed by nobody');
  });

  it('shows older ones behind those that are there', async () => {
    await open(view);
    control<HTMLButtonElement>(page(), 'button', 'Show older ones').click();
    const asked = server.expect('GET', '/record/program');
    expect(asked.request.params.get('below')).toBe('4');
    asked.flush({ ...view, more: false, checkpoints: [{ size: 2, at, root, signedBy: [] }] });
    await server.settle();
    expect(page().querySelectorAll('.checkpoints li')).toHaveLength(3);
    expect(textIn(page())).not.toContain('Show older ones');
  });

  it('says so while nothing is signed', async () => {
    await open({ ...view, size: 0, checkpoints: [], more: false });
    expect(textIn(page().querySelector('.last'))).toContain('None yet.');
    expect(links()).toEqual([]);
  });
});
