import { Option } from 'commander'
import { cli } from '../messages/en/cli.ts'

/** What commander makes of the flags; a command sees only those it lists. */
export interface Flags {
  readonly profile?: string
  readonly project?: string
  readonly json?: boolean
  readonly color?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly accept?: boolean
  readonly reject?: boolean
  readonly dismiss?: boolean
  readonly answer?: readonly string[]
  /** `false` under `--no-input`. */
  readonly input?: boolean
  readonly expect?: readonly string[]
  readonly reply?: string
  readonly enable?: readonly string[]
  readonly disable?: readonly string[]
}

const { flags: says } = cli

const repeatable = (flags: string, description: string) => () =>
  new Option(flags, description).argParser((value: string, before: readonly string[] = []) => [
    ...before,
    value,
  ])

const single = (flags: string, description: string) => () => new Option(flags, description)

/** Every flag there is, by name; made anew for each command, as commander keeps state in them. */
const makers = {
  profile: single('--profile <name>', says.profile),
  project: single('--project <dir>', says.project),
  json: single('--json', says.json),
  color: single('--color', says.color),
  noColor: single('--no-color', says.noColor),
  quiet: single('-q, --quiet', says.quiet),
  verbose: single('--verbose', says.verbose),
  accept: single('--accept', says.accept),
  reject: single('--reject', says.reject),
  dismiss: single('--dismiss', says.dismiss),
  answer: repeatable('--answer <scope=answer>', says.answer),
  noInput: single('--no-input', says.noInput),
  expect: repeatable('--expect <outcome>', says.expect),
  reply: single('--reply <json>', says.reply),
  enable: repeatable('--enable <scope>', says.enable),
  disable: repeatable('--disable <scope>', says.disable),
} as const

export type FlagName = keyof typeof makers

export const commonFlags = ['profile', 'project', 'json', 'color', 'noColor', 'quiet', 'verbose'] as const
export const popupFlags = ['accept', 'reject', 'dismiss', 'answer', 'noInput', 'expect'] as const
export const switchFlags = ['enable', 'disable'] as const

export const optionOf = (name: FlagName): Option => makers[name]()

/** Whether a flag, as written, is followed by its value; `--flag=value` brings it along. */
export function takesValue(written: string): boolean {
  return Object.values(makers).some(make => {
    const option = make()
    return option.required && (option.long === written || option.short === written)
  })
}
