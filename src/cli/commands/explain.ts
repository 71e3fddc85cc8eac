import { explain } from '../../emulator/explain.ts'
import type { CallCheck } from '../../machine/checks.ts'
import type { LayerTexts } from '../../messages/texts.ts'
import type { AppJson } from '../../project/purposes.ts'
import type { Palette } from '../../text/color.ts'
import { onOneLine, termsInLines } from '../../text/in-lines.ts'
import { checkedCall } from '../arguments/checked-words.ts'
import { jsonArgument } from '../arguments/json-argument.ts'
import { exitCodes } from '../report/exit-codes.ts'
import type { Layout } from '../report/report.ts'
import { declaredIn } from '../world/context.ts'
import type { Run } from './command.ts'

/** One check, in words. */
interface ExplainedCheck {
  readonly layer: CallCheck['layer']
  readonly verdict: CallCheck['verdict']
  readonly because: string
  /** `null` if it passes. */
  readonly fix: string | null
}

export const run: Run = async (context, [word = '', argument]) => {
  const { catalogue, terminal, texts } = context
  const api = catalogue.findApi(word) ?? checkedCall(catalogue, word)
  const { sample = {} } = catalogue.apiOf(api)
  const params = argument === undefined ? sample : await jsonArgument('params', argument, terminal)
  const layerTexts = context.today?.texts ?? (await texts.loadLayers())
  const { app, appJson } = declaredIn(context)
  const { scope, checks, outcome } = await explain(context.emulatorOptions({ app }), api, params)
  const explained = checks.map(check => inWords(check, layerTexts, appJson))
  return {
    document: {
      api,
      scope,
      checks: explained.map(({ layer, verdict, because, fix }) => ({
        layer,
        verdict,
        because: onOneLine(because),
        fix: fix === null ? null : onOneLine(fix),
      })),
      outcome,
    },
    text: layout => {
      const head = layerTexts.outcomes[outcome](layout.palette.bold(api), catalogue.edition)
      return [head, ...linesOf(explained, layout)].join('\n')
    },
    exit: exitCodes.success,
  }
}

function inWords(check: CallCheck, texts: LayerTexts, appJson: AppJson | undefined): ExplainedCheck {
  const { layer, verdict, because, of, fix } = check
  return {
    layer,
    verdict,
    because: texts.because[because](of ?? ''),
    fix: fix === null ? null : texts.fixes(fix, appJson),
  }
}

const signs: Readonly<Record<CallCheck['verdict'], readonly [sign: string, paint: keyof Palette]>> = {
  passes: ['✔', 'good'],
  asks: ['?', 'accent'],
  fails: ['✖', 'bad'],
}

/** A line a check, with what would change it. */
function linesOf(checks: readonly ExplainedCheck[], { palette, columns }: Layout): readonly string[] {
  const terms = checks.map(({ layer, verdict, because, fix }) => {
    const [sign, paint] = signs[verdict]
    return [`${palette[paint](sign)} ${layer}`, fix === null ? because : `${because} ${fix}`] as const
  })
  return termsInLines(terms, columns, { indent: '  ' })
}
