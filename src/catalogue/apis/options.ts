import type { Option } from '../api.ts'

export const requiredText: Option = { types: ['String'], required: true }
export const number: Option = { types: ['Number'] }
export const boolean: Option = { types: ['Boolean'] }
