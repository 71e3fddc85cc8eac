import type { RowHost, Rows } from '../row.ts'

/** Each method returns the object itself, but for those that `rows` names. */
export function chain(host: RowHost, methods: readonly string[], rows: Rows): object {
  const self: object = host.objectOf({
    ...Object.fromEntries(methods.map(name => [name, { plain: () => self }])),
    ...rows,
  })
  return self
}
