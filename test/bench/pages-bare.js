// Runs inside a fresh context, as text: the least that any tool on this engine has to do to show a page.
;(easel, adapter, scripts, units) => {
  easel.globalOptions.useMethodCallerListeners = true
  easel.globalOptions.writeFieldsToNode = false
  const env = new adapter.MiniProgramEnv()
  const backend = env.associateBackend(new easel.EmptyBackendContext())
  const space = env.createCodeSpace('', true)
  const groups = {}
  const helpers = [
    value => (value == null ? {} : value),
    value => (value == null ? '' : String(value)),
    (tree, key) => (tree === true ? true : tree ? tree[key] : undefined),
    value => value,
    {},
  ]
  globalThis.wx = {}
  for (const { id, template, json, script } of units) {
    groups[template.name] = scripts.run(template.script)(groups, {}, () => undefined, ...helpers)
    space.addComponentStaticConfig(id, json)
    space.addCompiledTemplate(id, {
      groupList: groups,
      content: groups[template.name],
      fallbackListenerOnNativeNode: true,
    })
    globalThis.Page = definition => space.component(id).pageDefinition(definition).register()
    globalThis.Component = definition => space.component(id).definition(definition).register()
    scripts.run(script)(undefined, {}, {})
  }
  const root = backend.createRoot('page', space, units.at(-1).id)
  easel.Element.pretendAttached(root.getComponent())
  return root
}
