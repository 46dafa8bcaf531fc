/** What the font of PDFs cannot draw: it has Latin, Greek and Cyrillic letters. */
const UNPRINTABLE =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\u0020-\u00ff\u02b0-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2116\u2122]/gu;

/** A text as it can be printed: what the font lacks is shown as a question mark, never left out. */
export function printable(text: string): string {
  return text.normalize('NFC').replace(/\s/gu, ' ').replace(UNPRINTABLE, '?');
}

/** Loaded for the first letter, for it takes as long as a third of the server's start. */
export async function pdfPrinter() {
  const { default: pdfmake } = await import('pdfmake');
  const { default: roboto } = await import('pdfmake/fonts/Roboto.js');
  const fontFiles = new Set(Object.values(roboto.Roboto));
  pdfmake.setFonts(roboto);
  // Nothing is fetched for a PDF, and no file is read but its fonts.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path));
  return pdfmake;
}
