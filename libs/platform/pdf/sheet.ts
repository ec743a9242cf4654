import PDFDocument from 'pdfkit';
import { documentFonts, LETTERS, PAGE, RULE, STRONG_RULE, type Letters } from './document-style.js';
import { linesOf } from './lines.js';
import { scaleMissingGlyph } from './missing-glyph.js';
import type { Paper } from './paper.js';

/** An element of the structure tree, which screen readers follow. */
export type Element = PDFKit.PDFStructureElement;
export interface Line {
  readonly text: string;
  readonly letters: Letters;
  /** Distance from the left, in points; absent: 0. */
  readonly indent?: number;
}

const LOCALE: Readonly<Record<Paper['language'], string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
/** Distance of the foot's line below the text, in points. */
const FOOT_GAP = 22;

/** Pages of a tagged PDF (PDF/UA): writes text and rules at a current position, and the structure tree beside them. */
export class Sheet {
  readonly left: number = PAGE.margins.left;
  readonly width: number;
  /** Position of the next line, from the top of the page. */
  y: number;
  readonly root: Element;
  private readonly document: PDFKit.PDFDocument;
  private readonly bottom: number;

  constructor(
    private readonly paper: Paper,
    { compress }: { readonly compress: boolean },
  ) {
    const { title, author, at, language } = paper;
    this.document = new PDFDocument({
      ...PAGE,
      compress,
      pdfVersion: '1.7',
      // The library accepts it; its types do not yet.
      subset: 'PDF/UA' as 'PDF/A-2',
      tagged: true,
      lang: LOCALE[language],
      displayTitle: true,
      bufferPages: true,
      info: { Title: title, Author: author, Creator: 'Samspill', Producer: 'Samspill', CreationDate: at, ModDate: at },
    });
    const { regular, strong } = documentFonts();
    this.document.registerFont('regular', regular).registerFont('strong', strong);
    this.width = this.document.page.width - PAGE.margins.left - PAGE.margins.right;
    this.bottom = this.document.page.height - PAGE.margins.bottom;
    this.y = PAGE.margins.top;
    this.root = this.document.struct('Document');
    this.document.addStructure(this.root);
  }

  /** Points left on this page. */
  get room(): number {
    return this.bottom - this.y;
  }
  get roomOfPage(): number {
    return this.bottom - PAGE.margins.top;
  }

  newPage(): void {
    this.document.addPage();
    this.y = PAGE.margins.top;
  }

  /** Begins a new page when fewer than this many points are left; not when no page has as many. */
  need(points: number): void {
    if (points > this.room && this.y > PAGE.margins.top) this.newPage();
  }

  /** `scope`: for a table's header cell, the direction of the cells that it is the header of. */
  element(type: string, options: { readonly scope?: 'Column' | 'Row' } = {}): Element {
    return this.document.struct(type, options as object);
  }

  /** A drawing of this height at the current position, with the text that a screen reader reads in its place. */
  figure(alt: string, height: number, draw: (document: PDFKit.PDFDocument) => void): void {
    const { left, y, width } = this;
    const options = { alt, bbox: [left, y, left + width, y + height] };
    const element = this.document.struct('Figure', options);
    this.root.add(element);
    element.add(() => {
      this.document.save();
      draw(this.document);
      this.document.restore();
    });
    element.end();
    this.y += height;
  }

  /** Writes a text within a drawing: from the place, or `end`: up to it. */
  label(text: string, letters: Letters, x: number, y: number, align?: 'end'): void {
    this.take(letters);
    const indent = align === 'end' ? -this.document.widthOfString(text) : 0;
    this.writeLine({ text, letters, indent }, x, y);
  }

  lines(text: string, letters: Letters, width: number): readonly Line[] {
    this.take(letters);
    return linesOf(text, width, (part) => this.document.widthOfString(part)).map((line) => ({ text: line, letters }));
  }

  /** The lines at the right of a column of this width. */
  atEnd(lines: readonly Line[], width: number): readonly Line[] {
    return lines.map((line) => {
      this.take(line.letters);
      return { ...line, indent: width - this.document.widthOfString(line.text.trimEnd()) };
    });
  }

  /** Writes lines below each other as content of the element; returns the position of the next line. */
  write(element: Element, lines: readonly Line[], x: number, y: number): number {
    if (lines.length === 0) return y;
    let at = y;
    element.add(() => {
      for (const line of lines) at = this.writeLine(line, x, at);
    });
    return at;
  }

  /** Writes lines as a separate block from the current position, over as many pages as they need. */
  flow(element: Element, lines: readonly Line[], x = this.left): void {
    let rest = lines;
    while (rest.length > 0) {
      this.need(rest[0]!.letters.line);
      const fitting = fit(rest, this.room);
      this.y = this.write(element, rest.slice(0, fitting), x, this.y);
      rest = rest.slice(fitting);
    }
  }

  /** A thin line over the whole width; an artifact, so it is not read aloud. */
  rule(strong = false): void {
    this.artifact('Layout', () => {
      const { left, width, y } = this;
      this.document.lineWidth(strong ? 1.2 : 0.5).strokeColor(strong ? STRONG_RULE : RULE);
      this.document
        .moveTo(left, y)
        .lineTo(left + width, y)
        .stroke();
    });
  }

  /** Lines that repeat text, visible only. */
  repeat(lines: readonly Line[], x: number, y: number): void {
    this.artifact('Pagination', () => {
      lines.reduce((at, line) => this.writeLine(line, x, at), y);
    });
  }

  /** Ends the document: adds the feet of all pages, then returns the bytes. */
  async finish(): Promise<Buffer> {
    const { count } = this.document.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.document.switchToPage(page);
      this.foot(page + 1, count);
    }
    this.root.end();
    const chunks: Buffer[] = [];
    const whole = new Promise<Buffer>((resolve, reject) => {
      this.document.on('data', (chunk: Buffer) => void chunks.push(chunk));
      this.document.on('end', () => resolve(Buffer.concat(chunks)));
      this.document.on('error', reject);
    });
    this.document.end();
    return whole;
  }

  private foot(page: number, pages: number): void {
    const { foot, notice, pageOf } = this.paper;
    const letters = LETTERS.foot;
    const y = this.bottom + FOOT_GAP;
    this.y = y - 8;
    this.rule();
    const number = pageOf(page, pages);
    this.take(letters);
    const right = this.left + this.width - this.document.widthOfString(number);
    const [fitting, more] = this.lines(
      [...(notice ? [notice.mark] : []), foot].join(' · '),
      letters,
      right - this.left - 24,
    );
    this.repeat([{ text: more ? `${fitting!.text.trimEnd()} …` : fitting!.text, letters }], this.left, y);
    this.repeat([{ text: number, letters }], right, y);
  }

  private artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.document.markContent('Artifact', { type });
    draw();
    this.document.endMarkedContent();
  }

  private writeLine({ text, letters, indent = 0 }: Line, x: number, y: number): number {
    this.take(letters);
    this.document.fillColor(letters.colour);
    // The library's line breaker starts pages by itself; these lines already have their positions.
    this.document.text(text, x + indent, y, { lineBreak: false });
    return y + letters.line;
  }

  private take({ font, size }: Letters): void {
    this.document.font(font).fontSize(size);
    scaleMissingGlyph(this.document);
  }
}

/** Number of lines that fit, at least one. */
function fit(lines: readonly Line[], room: number): number {
  let height = 0;
  const over = lines.findIndex(({ letters }) => (height += letters.line) > room);
  return over === -1 ? lines.length : Math.max(1, over);
}
