import type { Option, Options, Params } from './api.ts'
import { type ParameterProblem, parameterError, type TypeName } from './wording.ts'

/**
 * Makes the check of an API: of what a call is given, before any popup. It returns how the `errMsg` ends
 * (`fail parameter error: …`), or `undefined` when the call passes.
 */
export function optionCheck(options: Options): (given: unknown) => string | undefined {
  const rows = Object.entries(options)
  const isRequired = rows.some(([, { required }]) => required)
  return given => {
    // `wx.getSetting()` is a valid call; where an option is required, its absence is a missing object.
    if (given === undefined && !isRequired) return undefined
    const type = typeOf(given)
    if (type !== 'Object') return parameterError([{ expected: 'Object', actual: type }])
    const problems = problemsOf(given as Params, rows)
    return problems.length === 0 ? undefined : parameterError(problems)
  }
}

function problemsOf(
  given: Params,
  rows: readonly (readonly [string, Option])[],
): readonly ParameterProblem[] {
  const problems: ParameterProblem[] = []
  for (const [name, { types, required }] of rows) {
    // An option that is inherited does not count.
    const value = Object.hasOwn(given, name) ? given[name] : undefined
    if (value === undefined && !required) continue
    const actual = typeOf(value)
    if (!types.includes(actual)) problems.push({ name, expected: types[0], actual })
  }
  return problems
}

function typeOf(value: unknown): TypeName {
  if (value === null) return 'Null'
  if (Array.isArray(value)) return 'Array'
  switch (typeof value) {
    case 'string':
      return 'String'
    case 'number':
    case 'bigint':
      return 'Number'
    case 'boolean':
      return 'Boolean'
    case 'function':
      return 'Function'
    case 'undefined':
      return 'Undefined'
    default:
      return 'Object'
  }
}
