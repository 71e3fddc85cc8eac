import type { Unanswered } from '../../emulator/ports.ts'
import type { Texts } from '../../messages/texts.ts'
import type { Frame } from './box.ts'
import type { Tty } from './tty.ts'

/** What every prompt of ours is given. */
export interface PromptConfig {
  /** Call it at every drawing: the size of a terminal changes. */
  readonly frame: () => Frame
}

/** What a prompt of ours ends with: nothing, or what went wrong while it was open. */
export type PromptFailure = { readonly error: unknown } | undefined

/** A prompt of ours, and whether a window has room for it. */
export interface Prompt<Config extends PromptConfig> {
  readonly prompt: (config: Config) => Promise<PromptFailure>
  readonly fits: (config: Omit<Config, keyof PromptConfig>, frame: Frame) => boolean
}

/**
 * Shows a prompt of ours on a terminal, with inquirer. Nothing that this takes is loaded before the first prompt.
 * @param load imports the prompt
 * @returns why nobody answered, where something ended the prompt from outside
 * @throws WxauthError ERR_INTERRUPTED on Ctrl-C, SIGTERM and SIGHUP; what went wrong while the prompt was open
 */
export async function showPrompt<Config extends PromptConfig>(
  tty: Tty,
  texts: Texts['terminal'],
  load: () => Promise<Prompt<Config>>,
  config: Omit<Config, keyof PromptConfig>,
): Promise<Unanswered | undefined> {
  const { onTerminal } = await import('./terminal-session.ts')
  return onTerminal(tty, texts, async ({ input, output, frame, needsRoom }) => {
    const [{ default: inquirer }, { prompt, fits }] = await Promise.all([import('inquirer'), load()])
    if (!needsRoom(now => fits(config, now))) return
    const ask = inquirer.createPromptModule<{ own: { message: string } }>({ input, output })
    ask.registerPrompt('own', prompt)
    // Inquirer requires a message. Our prompts draw everything themselves.
    const question = { ...config, type: 'own', name: 'failure', message: '', frame } as const
    const { failure } = await ask<{ failure: PromptFailure }>(question)
    if (failure !== undefined) throw failure.error
  })
}
