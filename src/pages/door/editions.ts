import type { Catalogue } from '../../catalogue/catalogue.ts'
import { guideCatalogue } from '../../catalogue/editions/guide.ts'
import type { Edition } from './types.ts'

/** The editions in which programs run. */
export const editions: Readonly<Record<Edition, Catalogue>> = { guide: guideCatalogue }
