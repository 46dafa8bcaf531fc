import { getDocument } from 'pdfjs-dist';
import { WorkerMessageHandler } from 'pdfjs-dist/build/pdf.worker.mjs';

// The reader runs here, in this chunk: a worker would be another file to fetch, which may be too late by then, and letters
// are small. Nothing of the document is run or drawn, only its attachments are read.
Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler } });

/** The files that a PDF carries, as texts. Rejects for what is no PDF, or one that is locked. */
export async function attachmentsOf(pdf: Uint8Array): Promise<readonly string[]> {
  const loading = getDocument({ data: pdf, disableFontFace: true, useSystemFonts: false, verbosity: 0 });
  try {
    const document = await loading.promise;
    const names = [...((await document.getAttachments())?.keys() ?? [])];
    const contents = await Promise.all(names.map((name) => document.getAttachmentContent(name)));
    return contents.flatMap((bytes) => (bytes ? [new TextDecoder().decode(bytes)] : []));
  } finally {
    await loading.destroy();
  }
}
