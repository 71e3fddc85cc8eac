/** Components that a page can show, with those of their attributes that programs ask about. */
const components = new Set(
  `ad audio block button camera canvas checkbox checkbox-group cover-image cover-view editor form functional-page-navigator
  icon image input label live-player live-pusher map match-media movable-area movable-view navigation-bar navigator
  official-account open-data page-container page-meta picker picker-view picker-view-column progress radio radio-group
  rich-text root-portal scroll-view share-element slider swiper swiper-item switch text textarea video view web-view`.split(
    /\s+/,
  ),
)

/**
 * `wx.canIUse` over everything that the program has here. The library knows the options of authorization; of the rest,
 * only the names are known, so any part of them counts as there.
 */
export function canIUseHost(
  hasApi: (name: string) => boolean,
  inLibrary: (schema: string) => boolean,
): (schema: unknown) => boolean {
  return schema => {
    if (typeof schema !== 'string') return false
    if (inLibrary(schema)) return true
    const [name = ''] = schema.split('.')
    if (inLibrary(name) && !components.has(name)) return false
    return hasApi(name) || components.has(name)
  }
}
