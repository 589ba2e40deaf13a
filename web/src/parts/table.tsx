// A table that scrolls inside its own frame, so that the page never does sideways.
import type { ComponentChildren } from 'preact';

export interface TableProps {
  label: string;
  columns: string[];
  /** The first cell of each row is its heading. */
  rows: ComponentChildren[][];
  className?: string;
}

function Row({ cells, columns }: { cells: ComponentChildren[]; columns: string[] }) {
  const [head, ...rest] = cells;
  return (
    <tr>
      <th scope="row">{head}</th>
      {rest.map((cell, index) => (
        <td key={index} data-column={columns[index + 1]}>
          {cell}
        </td>
      ))}
    </tr>
  );
}

export function Table({ label, columns, rows, className }: TableProps) {
  return (
    <div class={`table ${className ?? ''}`} role="group" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <Row cells={cells} columns={columns} key={index} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
