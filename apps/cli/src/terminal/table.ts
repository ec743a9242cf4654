/** Lines of a table with underlined headings; the last column is cut at the width of the screen. */
export function tableLines(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly string[] {
  const sizes = headings.map((heading, i) => Math.max(heading.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (cells: readonly string[]) =>
    sizes
      .map((size, i) => (i === sizes.length - 1 ? (cells[i] ?? '') : (cells[i] ?? '').padEnd(size)))
      .join('  ')
      .trimEnd();
  const cut = (text: string) => (text.length > width ? `${text.slice(0, Math.max(1, width - 1))}…` : text);
  return [line(headings), line(sizes.map((size) => '─'.repeat(size))), ...rows.map(line)].map(cut);
}
