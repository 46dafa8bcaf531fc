import { Component, computed, input } from '@angular/core';
import { instantFull } from '@countersign/contracts/words/time';
import { digestInFours } from '@countersign/domain/credential';
import { AnswerShape, type ShapeKind } from './answer-shape';
import type { CodeFound } from './letter-check';

const words: Readonly<Record<CodeFound['verdict'], { shape: ShapeKind; title: string; meaning: string }>> = {
  known: {
    shape: 'open',
    title: 'A known issuer signed a document with this digest',
    meaning: 'The code proves who signed which document. What the document says, only the file can prove.',
  },
  differs: {
    shape: 'differs',
    title: 'This code is not what was signed',
    meaning: 'It names a known key, and the signature in it does not fit. Do not rely on it.',
  },
  'issuer-unknown': {
    shape: 'unknown',
    title: 'The issuer is unknown',
    meaning: 'The key that the code names is not among those that this page holds.',
  },
};

/** The answer about a scanned code, which never looks like that about a checked file. */
@Component({
  selector: 'cs-code-answer',
  imports: [AnswerShape],
  template: `
    <div class="answer code {{ words().shape }}">
      <cs-answer-shape [shape]="words().shape" />
      <div>
        <h2>{{ words().title }}</h2>
        <p>{{ words().meaning }}</p>
      </div>
    </div>
    @if (found().verdict === 'known') {
      <p class="advice">
        <b>What to do:</b> ask for the file and drop it here. On paper, compare the document below.
      </p>
    }
    <dl class="facts">
      <dt>Document</dt>
      <dd>
        <span class="digest" translate="no">{{ digest() }}</span>
      </dd>
      @if (found().verdict === 'known') {
        <dt>Signed</dt>
        <dd>{{ signedAt() }}</dd>
        <dt>Issuer</dt>
        <dd translate="no">{{ found().key?.name }}</dd>
      }
      <dt>Key</dt>
      <dd translate="no">{{ found().code.kid }}</dd>
    </dl>
    <p class="limit"><b>Not proven by the code:</b> any name or number on the paper.</p>
  `,
  styleUrl: './answer.css',
})
export class CodeAnswer {
  readonly found = input.required<CodeFound>();

  protected readonly words = computed(() => words[this.found().verdict]);
  protected readonly digest = computed(() => digestInFours(this.found().code.digest));
  protected readonly signedAt = computed(() => instantFull(this.found().code.createdAt, 'UTC'));
}
