import type { ExploreTexts } from '../../messages/texts.ts'
import type { Palette } from '../../text/color.ts'
import { termsInLines } from '../../text/in-lines.ts'
import type { RuleName } from '../findings/rule.ts'
import { severityOf } from '../findings/rules.ts'

/** What `--explain` prints of a rule. */
export function explainRule(rule: RuleName, texts: ExploreTexts, palette: Palette, columns: number): string {
  const { title, says, suffers, fix } = texts.rules[rule]
  const { explain, severities } = texts
  const terms = [
    [explain.says, says],
    [explain.suffers, suffers],
    [explain.fix, fix],
  ] as const
  return [
    explain.heading(palette.bold(rule), severities[severityOf(rule)], title),
    ...termsInLines(terms, columns, { indent: '  ' }),
  ].join('\n')
}

/** The same for `--json`. */
export function explainDocument(rule: RuleName, { rules }: ExploreTexts) {
  const { title, says, suffers, fix } = rules[rule]
  return { rule, severity: severityOf(rule), title, says, suffers, fix }
}
