/** Fields of pdfkit's embedded font (pdfkit 0.20, `EmbeddedFont`), which its types do not declare. */
interface EmbeddedFont {
  readonly font: { getGlyph(id: number): { readonly advanceWidth: number } };
  /** From font units to thousandths of the font size. */
  readonly scale: number;
  readonly widths: number[];
}

/**
 * Corrects the width of the glyph that stands for letters a font lacks (Hangul, Han): pdfkit writes it in font units
 * instead of thousandths, so that such letters were drawn over the next column.
 */
export function scaleMissingGlyph(document: PDFKit.PDFDocument): void {
  const { font, scale, widths } = (document as unknown as { readonly _font: EmbeddedFont })._font;
  widths[0] = font.getGlyph(0).advanceWidth * scale;
}
