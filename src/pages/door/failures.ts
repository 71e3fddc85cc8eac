import { join } from 'node:path'
import { WxauthError } from '../../faults.ts'
import type { Word } from '../../wx/fault-words.ts'
import type { Place, ProgramError } from '../ports.ts'

interface Parts {
  readonly errors: () => readonly ProgramError[]
  /** The folder of the project: runners show the code at the places of an error. */
  readonly directory: string
  readonly word: Word
}

/** What fails a step of a test: what the program threw, and faults such as a popup that nobody answered. */
export interface Failures {
  readonly fault: (fault: unknown) => void
  /**
   * Throws the first failure since the last time.
   * @param origin an error that was made where the test called
   */
  readonly raise: (origin: Error) => void
}

export function collectFailures({ errors, directory, word }: Parts): Failures {
  const faults: unknown[] = []
  let told = 0

  function programFault(error: ProgramError, others: number, origin: Error): unknown {
    const fault = new WxauthError('ERR_PROGRAM', { error, others })
    word(fault)
    const through = error.through.map(place => `\n    at ${pathOf(place)}`).join('')
    fault.stack = `${fault.name}: ${fault.message}${through}${framesOf(origin)}`
    return fault
  }

  const pathOf = ({ file, line, column }: Place) => `${join(directory, file)}:${line}:${column}`

  return {
    fault: fault => void faults.push(fault),
    raise(origin) {
      const fresh = errors().slice(told)
      told += fresh.length
      const [fault] = faults.splice(0)
      if (fault !== undefined) throw word(fault)
      const [first] = fresh
      if (first !== undefined) throw programFault(first, fresh.length - 1, origin)
    },
  }
}

const framesOf = ({ stack = '' }: Error) => /\n {4}at .*/s.exec(stack)?.[0] ?? ''
