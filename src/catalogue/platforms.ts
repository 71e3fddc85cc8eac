/** Where a Mini Program runs. The three spell some refusals differently. */
export type Platform = 'devtools' | 'ios' | 'android'
export const platforms = ['devtools', 'ios', 'android'] as const satisfies readonly Platform[]
