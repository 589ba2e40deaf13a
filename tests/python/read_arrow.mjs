// Reads Arrow with the reader of npm and says what it found, as JSON: `node read_arrow.mjs FILE`.
import { readFileSync } from 'node:fs'
import { tableFromIPC } from 'apache-arrow'

const table = tableFromIPC(readFileSync(process.argv[2]))
const plain = (value) => (typeof value === 'bigint' ? Number(value) : value)
const columns = table.schema.fields.map((field) => {
  const values = [...table.getChild(field.name)].map(plain)
  return {
    name: field.name,
    type: String(field.type),
    nullable: field.nullable,
    metadata: Object.fromEntries(field.metadata),
    first: values.slice(0, 3).map((value) => (Number.isNaN(value) ? 'NaN' : value)),
    last: Number.isNaN(values.at(-1)) ? 'NaN' : values.at(-1),
    sum: values.every((value) => typeof value === 'number') ? values.reduce((sum, value) => sum + value, 0) : null,
    nulls: table.getChild(field.name).nullCount,
    different: new Set(values).size,
  }
})
console.log(JSON.stringify({ rows: table.numRows, batches: table.batches.length, columns }))
