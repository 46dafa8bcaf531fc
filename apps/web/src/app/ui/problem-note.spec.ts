import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Problem } from '@countersign/contracts/problems';
import { ProblemNote } from './problem-note';

@Component({
  imports: [ProblemNote],
  template: `<cs-problem [problem]="problem()"><button type="button">Try again</button></cs-problem>`,
})
class Host {
  readonly problem = signal<Problem | null>(null);
}

const offline: Problem = {
  type: 'about:blank',
  code: 'network/offline',
  status: 0,
  title: 'The server did not answer.',
};

it('shows nothing while there is no problem', async () => {
  expect((await show(null)).textContent.trim()).toBe('');
});

it('announces what happened and what to do, with the way on inside', async () => {
  const alert = (await show(offline)).querySelector('[role=alert]');
  expect(alert?.textContent).toContain('The server did not answer.');
  expect(alert?.textContent).toContain('What you typed is kept, also when you reload.');
  expect(alert?.querySelector('button')?.textContent).toBe('Try again');
});

it('lists what needs attention once, however many fields share it', async () => {
  const errors = ['/procedures/0/role', '/procedures/1/role', '/siteId'].map((pointer) => ({
    pointer,
    code: 'missing',
    title: pointer === '/siteId' ? 'Choose a site.' : 'Choose a role.',
  }));
  const note = await show({
    ...offline,
    code: 'request/invalid',
    title: 'Some fields need attention.',
    errors,
  });
  expect([...note.querySelectorAll('li')].map((line) => line.textContent)).toEqual([
    'Choose a role.',
    'Choose a site.',
  ]);
});

async function show(problem: Problem | null): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(Host);
  fixture.componentInstance.problem.set(problem);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}
