import { DRAWING, LETTERS } from './document-style.js';
import type { Picture, Place, Shape } from './paper.js';
import type { Sheet } from './sheet.js';

const MARGIN_TOP = 8;

/** The height of a picture with its margins, in points. */
const heightOfPicture = ({ height, margin }: Picture): number => MARGIN_TOP + height + margin.bottom;

/** Draws a picture on one page, as a figure of the structure with its text. */
export function drawPicture(sheet: Sheet, picture: Picture): void {
  const height = heightOfPicture(picture);
  sheet.need(height);
  const { left, right } = picture.margin;
  const box: Box = {
    x: sheet.left + left,
    y: sheet.y + MARGIN_TOP,
    width: sheet.width - left - right,
    height: picture.height,
  };
  sheet.figure(picture.alt, height, (document) => {
    for (const shape of picture.shapes) draw(sheet, document, box, shape);
  });
}

interface Box extends Place {
  readonly width: number;
  readonly height: number;
}

function draw(sheet: Sheet, document: PDFKit.PDFDocument, box: Box, shape: Shape): void {
  const at = ({ x, y }: Place): readonly [number, number] => [
    box.x + (box.width * x) / 100,
    box.y + (box.height * y) / 100,
  ];
  switch (shape.kind) {
    case 'strip': {
      const [x, y] = at({ x: shape.x, y: 0 });
      document.rect(x, y, (box.width * shape.width) / 100, box.height).fill(DRAWING.strip);
      return;
    }
    case 'line': {
      const { width, colour, dash } = DRAWING[shape.as];
      document.lineWidth(width).strokeColor(colour).lineJoin('round');
      if (dash === null) document.undash();
      else document.dash(dash, { space: dash + 1 });
      for (const [i, place] of shape.through.entries()) {
        if (i === 0) document.moveTo(...at(place));
        else document.lineTo(...at(place));
      }
      document.stroke().undash();
      return;
    }
    case 'mark':
      return mark(document, at(shape.at), shape.as);
    case 'label': {
      const [x, y] = at(shape.at);
      const letters = shape.isStrong ? LETTERS.strongLabel : LETTERS.label;
      sheet.label(shape.text, letters, x + (shape.dx ?? 0), y + (shape.dy ?? 0) - letters.line / 2, shape.align);
    }
  }
}

function mark(document: PDFKit.PDFDocument, [x, y]: readonly [number, number], as: 'dot' | 'diamond' | 'ring'): void {
  const { colour } = DRAWING.mark;
  const size = DRAWING.mark[as];
  if (as === 'dot') document.circle(x, y, size).fill(colour);
  else if (as === 'ring') document.lineWidth(1.1).circle(x, y, size).fillAndStroke('#ffffff', colour);
  else document.polygon([x, y - size], [x + size, y], [x, y + size], [x - size, y]).fill(colour);
}
