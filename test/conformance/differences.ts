import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { todayCatalogue } from '../../src/catalogue/editions/today.ts'
import type { ScopeName } from '../../src/catalogue/names.ts'
import type { Chapter, Rule } from '../../src/guide/rule.ts'
import { table } from '../readme/blocks.ts'

/** The README's table of scopes: what each guards in both editions. */
export function scopeDifferences(): string {
  const names = [...new Set([...guideCatalogue.scopeNames, ...todayCatalogue.scopeNames])]
  return table(['scope', 'in the guide', 'today', 'since', 'source'], names.map(scopeLine))
}

function scopeLine(scope: ScopeName): readonly string[] {
  const { since = '', retired, source = '' } = todayCatalogue.rowOf(scope)
  return [
    scope,
    guideCatalogue.isScopeName(scope) ? guarded(guideCatalogue.rowOf(scope)) : 'there is none',
    guarded(todayCatalogue.rowOf(scope)),
    retired ? `retired ${since}` : since,
    link(source.includes('/community/') ? 'announced' : 'official', source),
  ]
}

function guarded({ apis, components }: { apis: readonly string[]; components: readonly string[] }): string {
  const names = [...apis, ...components.map(name => `<${name}/>`)]
  return names.length === 0 ? 'nothing' : names.map(name => `\`${name}\``).join(', ')
}

/** The README's tables of rules, one for each chapter. */
export function ruleDifferences(chapters: readonly Chapter[]): string {
  return chapters.map(({ title, rules }) => `### ${title}\n\n${rulesTable(rules)}`).join('\n\n')
}

function rulesTable(rules: readonly Rule[]): string {
  return table(
    ['today', 'in the guide', 'since', 'source', 'rows run'],
    rules.map(({ text, guide, since, confidence, source, rows }) => [
      text,
      guide,
      since,
      link(confidence, source),
      String(rows.length),
    ]),
  )
}

/** Articles without an address of their own are only named. */
function link(text: string, source: string): string {
  return source.includes(' ') ? `${text}: ${source}` : `[${text}](https://${source})`
}
