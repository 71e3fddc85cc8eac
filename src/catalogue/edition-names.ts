/** `guide`: the platform of WeChat's authorization guide, early 2019. `today`: the platform that users meet now. */
export type EditionName = 'guide' | 'today'
export const editionNames = ['guide', 'today'] as const satisfies readonly EditionName[]
