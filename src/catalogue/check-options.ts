import type { Option, Options, Params } from './api.ts'
import { type ParameterProblem, parameterError, type TypeName } from './wording.ts'

/**
 * Makes the check of an API's options, which runs before any popup. It returns the end of the `errMsg`
 * (`fail parameter error: …`), or `undefined` if the options are right.
 */
export function optionCheck(options: Options): (params: unknown) => string | undefined {
  const rows = Object.entries(options)
  const isRequired = rows.some(([, { required }]) => required)
  return params => {
    // `wx.getSetting()` is a valid call; if an option is required, the error is the missing object.
    if (params === undefined && !isRequired) return undefined
    const type = typeOf(params)
    if (type !== 'Object') return parameterError([{ expected: 'Object', actual: type }])
    const problems = problemsOf(params as Params, rows)
    return problems.length === 0 ? undefined : parameterError(problems)
  }
}

function problemsOf(
  params: Params,
  rows: readonly (readonly [string, Option])[],
): readonly ParameterProblem[] {
  const problems: ParameterProblem[] = []
  for (const [name, { types, required }] of rows) {
    // Inherited options do not count.
    const value = Object.hasOwn(params, name) ? params[name] : undefined
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
