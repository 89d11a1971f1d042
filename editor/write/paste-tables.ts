// Pasted tables as ours: a header row or none, no cells that span, no more cells than a page can bear. What `colspan` says
// is looked at as a whole number or not at all: 0, a word or a million is one.

/// The most cells a table may have.
export const mostCells = 2000
const mostColumns = 60

/// Rewrites in place. True when rows of too large a table were left out.
export function straighten(table: HTMLTableElement): boolean {
  const caption = table.querySelector(':scope > caption')
  if (caption) {
    const under = table.ownerDocument.createElement('p')
    under.dataset.pastedKind = 'caption'
    under.append(...caption.childNodes)
    caption.remove()
    if (under.textContent?.trim()) table.after(under)
  }
  const rows = [...table.querySelectorAll('tr')]
  let cells = 0
  let cut = false
  let widest = 0
  /// How many more rows each column is taken by a cell from above.
  const taken: number[] = []
  for (const row of rows) {
    let column = 0
    const fill = (before: Element | null) => {
      while ((taken[column] ?? 0) > 0 && column < mostColumns) {
        taken[column]!--
        column++
        row.insertBefore(empty(table, 'td'), before)
      }
    }
    for (const cell of Array.from(row.children)) {
      fill(cell)
      if (column >= mostColumns) {
        cell.remove()
        cut = true
        continue
      }
      const across = Math.min(span(cell, 'colspan'), mostColumns - column)
      const down = Math.min(span(cell, 'rowspan'), rows.length)
      for (let i = 0; i < across; i++) taken[column + i] = down - 1
      column += across
      for (let i = 1; i < across; i++) cell.after(empty(table, cell.tagName))
      if (!cell.hasChildNodes()) cell.append(table.ownerDocument.createElement('p'))
    }
    fill(null)
    widest = Math.max(widest, row.children.length)
    cells += row.children.length
    if (cells > mostCells) {
      row.remove()
      cut = true
    }
  }
  for (const row of rows) {
    while (row.parentNode && row.children.length < widest) row.append(empty(table, 'td'))
  }
  const first = rows[0]
  table.dataset.pastedHeader = String(first !== undefined && isHeader(first))
  return cut
}

/// A cell one can write in.
function empty(table: HTMLTableElement, tag: string): HTMLElement {
  const cell = table.ownerDocument.createElement(tag)
  cell.append(table.ownerDocument.createElement('p'))
  return cell
}

const isHeader = (row: HTMLTableRowElement): boolean =>
  row.closest('thead') !== null ||
  /mso-yfti-tblheader:\s*yes/.test(row.dataset.style ?? '') ||
  [...row.children].some((cell) => cell.tagName === 'TH')

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const said = cell.getAttribute(name) ?? ''
  const number = /^\s*\d{1,4}\s*$/.test(said) ? Number(said) : 1
  return Math.max(1, number)
}
