import {
  Component,
  DestroyRef,
  ElementRef,
  inject,
  output,
  signal,
  viewChild,
  afterNextRender,
} from '@angular/core';
import { readLetterCode, type LetterCode } from '@countersign/domain/credential';
import { LetterCheck } from './letter-check';

/** How often a picture of the camera is looked at, ms. */
const EVERY_MS = 200;

/** Whether this browser lets a page use a camera: on https, and on this machine itself. */
export function hasCamera(): boolean {
  // Typed as always there; on plain http it is not.
  return (navigator.mediaDevices as MediaDevices | undefined) !== undefined;
}

/** The camera, until it sees the code of a letter. Nothing that it sees is kept or sent. */
@Component({
  selector: 'cs-scan-camera',
  template: `
    <video #video playsinline muted aria-label="What the camera sees"></video>
    <p role="status">
      {{
        blocked()
          ? 'The camera cannot be used here. Choose a picture of the code instead.'
          : 'Hold the code of the letter into the picture.'
      }}
    </p>
    <button type="button" class="cs-button" (click)="stopped.emit()">Stop the camera</button>
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
      width: 100%;
    }
    video {
      width: 100%;
      max-height: 50vh;
      border-radius: var(--cs-r-2);
      background: var(--cs-surface-3);
    }
  `,
})
export class ScanCamera {
  readonly #check = inject(LetterCheck);
  private readonly video = viewChild.required<ElementRef<HTMLVideoElement>>('video');
  readonly seen = output<LetterCode>();
  readonly stopped = output();
  protected readonly blocked = signal(false);
  #stream: MediaStream | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #over = false;

  constructor() {
    afterNextRender(() => void this.#start());
    inject(DestroyRef).onDestroy(() => this.#stop());
  }

  async #start(): Promise<void> {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      this.#stream = stream;
      if (this.#over) this.#stop();
      const { nativeElement: video } = this.video();
      video.srcObject = stream;
      await video.play();
      await this.#look();
    } catch {
      this.blocked.set(true);
    }
  }

  async #look(): Promise<void> {
    if (this.#over) return;
    const { nativeElement: video } = this.video();
    const size = { width: video.videoWidth, height: video.videoHeight };
    const code = readLetterCode((await this.#check.codeIn(video, size)) ?? '');
    if (code) this.seen.emit(code);
    else this.#timer = setTimeout(() => void this.#look(), EVERY_MS);
  }

  #stop(): void {
    this.#over = true;
    clearTimeout(this.#timer);
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
  }
}
