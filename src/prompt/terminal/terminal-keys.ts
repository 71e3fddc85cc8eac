import { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { decodeKeys, type Key, keyNames, noRest, settleKeys } from './keys.ts'
import { type PromptInput, quietTime } from './readiness.ts'
import type { After, TerminalInput } from './tty.ts'

/** The keys of a terminal, as inquirer's hook hears them. */
export interface TerminalKeys {
  /** What inquirer takes for its input: it gets keys and never a byte, so nothing is edited, echoed or recalled. */
  readonly stream: NodeJS.ReadableStream
  send(input: PromptInput): void
  /** From here on it must be quiet before a key counts. */
  listen(): void
  /** No key is taken until `listen`. */
  rest(): void
}

/**
 * @param onKey sees every key first; false keeps it from the prompt
 * @param isStillThere asked before each decision, which quiet time always precedes; false keeps the quiet from the prompt
 */
export function keysOf(
  input: TerminalInput,
  after: After,
  onKey: (key: Key) => boolean,
  isStillThere: () => boolean,
): TerminalKeys {
  const stream = new Readable({ read() {} })
  const send = (name: PromptInput) => stream.emit('keypress', undefined, { name, ctrl: false, shift: false })
  const pass = (key: Key) => onKey(key) && send(key)
  const utf8 = new StringDecoder('utf8')
  let undecoded = noRest
  let callOff = () => {}
  const awaitQuiet = () => {
    callOff()
    callOff = after(quietTime, () => {
      const settled = settleKeys(undecoded)
      undecoded = settled.rest
      settled.keys.forEach(pass)
      if (!undecoded.pasting && isStillThere()) send('quiet')
    })
  }
  const onData = (chunk: Buffer | string) => {
    const { keys, rest } = decodeKeys(undecoded, typeof chunk === 'string' ? chunk : utf8.write(chunk))
    undecoded = rest
    awaitQuiet()
    keys.forEach(pass)
  }
  return {
    stream,
    send,
    listen() {
      input.off('data', onData)
      input.on('data', onData)
      input.resume()
      awaitQuiet()
    },
    rest() {
      callOff()
      input.off('data', onData)
      input.pause()
    },
  }
}

/** What `send` put in, back from inquirer's event. */
export function asPromptInput({ name }: { readonly name: string }): PromptInput {
  return promptInputs.find(input => input === name) ?? 'other'
}

const promptInputs: readonly PromptInput[] = [...keyNames, 'quiet', 'redraw', 'close']
