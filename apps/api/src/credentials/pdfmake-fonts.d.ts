/** The font files that come with pdfmake; they ship without types. */
declare module 'pdfmake/fonts/Roboto.js' {
  const fonts: { readonly Roboto: Record<'normal' | 'bold' | 'italics' | 'bolditalics', string> };
  export = fonts;
}
