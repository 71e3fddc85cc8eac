import { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { type DecodedKeys, decodeKeys, emptyBuffer, flushKeys, type Key, keyNames } from './keys.ts'
import { type PromptInput, quietTime } from './readiness.ts'
import type { After, TtyInput } from './tty.ts'

/** The keys of a terminal as inquirer's prompts receive them. */
export interface TerminalKeys {
  /** Inquirer's input. It carries keys and never a byte, so readline edits, echoes and recalls nothing. */
  readonly stream: NodeJS.ReadableStream
  send(input: PromptInput): void
  /** Starts to read. A key counts only once it has been quiet from here on. */
  listen(): void
  /** Reads no key until `listen`. */
  pause(): void
}

/**
 * @param onKey called with each key first; false keeps the key from the prompt
 * @param isStillThere called before each `quiet`, and so before each decision; false keeps the `quiet` from the prompt
 */
export function terminalKeys(
  input: TtyInput,
  after: After,
  onKey: (key: Key) => boolean,
  isStillThere: () => boolean,
): TerminalKeys {
  const stream = new Readable({ read() {} })
  const send = (name: PromptInput) => stream.emit('keypress', undefined, { name, ctrl: false, shift: false })
  const utf8 = new StringDecoder('utf8')
  let buffer = emptyBuffer
  let cancel = () => {}

  const pass = (decoded: DecodedKeys) => {
    buffer = decoded.buffer
    for (const key of decoded.keys) if (onKey(key)) send(key)
  }
  const awaitQuiet = () => {
    cancel()
    cancel = after(quietTime, () => {
      pass(flushKeys(buffer))
      if (!buffer.isPasting && isStillThere()) send('quiet')
    })
  }
  const onData = (chunk: Buffer | string) => {
    awaitQuiet()
    pass(decodeKeys(buffer, typeof chunk === 'string' ? chunk : utf8.write(chunk)))
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
    pause() {
      cancel()
      input.off('data', onData)
      input.pause()
    },
  }
}

/** The input that `send` put into an event, read from the event that inquirer passes on. */
export function promptInputOf({ name }: { readonly name: string }): PromptInput {
  return promptInputs.find(input => input === name) ?? 'other'
}

const promptInputs: readonly PromptInput[] = [...keyNames, 'quiet', 'redraw', 'close']
