import { decodeQR } from 'qr/decode.js';

/** Pixels along the longer side in which a code is looked for: finer than that costs time and finds no more. */
const MOST_PIXELS = 1600;

/** The text of the code in a picture; null where none is found. */
export function codeIn(picture: CanvasImageSource, size: { width: number; height: number }): string | null {
  const scale = Math.min(1, MOST_PIXELS / Math.max(size.width, size.height, 1));
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
  if (width === 0 || height === 0) return null;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(picture, 0, 0, width, height);
  try {
    return decodeQR(context.getImageData(0, 0, width, height));
  } catch {
    // How the library says that it found nothing.
    return null;
  }
}
