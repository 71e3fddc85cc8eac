import type { Option, Options, Params } from './api.ts'
import { type ParameterProblem, parameterError, type TypeName } from './wording.ts'

/**
 * Checks what a call is given as an API does, before any popup.
 * @returns how the `errMsg` ends (`fail parameter error: …`), or `undefined` when it passes
 */
export function checkOptions(options: Options, given: unknown): string | undefined {
  const rows = Object.entries(options)
  // `wx.getSetting()` is a valid call; where an option is required, its absence is a missing object.
  if (given === undefined && !rows.some(([, { required }]) => required)) return undefined
  const type = typeOf(given)
  if (type !== 'Object') return parameterError([{ expected: 'Object', actual: type }])
  const [first, ...others] = rows.flatMap(([name, option]) => problemWith(name, option, given as Params))
  return first && parameterError([first, ...others])
}

function problemWith(name: string, option: Option, given: Params): readonly ParameterProblem[] {
  // An option that is inherited does not count.
  const value = Object.hasOwn(given, name) ? given[name] : undefined
  if (value === undefined && !option.required) return []
  const actual = typeOf(value)
  return option.types.includes(actual) ? [] : [{ name, expected: option.types[0], actual }]
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
