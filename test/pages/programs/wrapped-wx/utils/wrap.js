// Replaces wx, as libraries for tracking do.
const original = wx
const calls = []
const wrapped = { calls }
for (const name of Object.keys(original)) {
  wrapped[name] = typeof original[name] === 'function'
    ? function () {
        if (name === 'getLocation') calls.push(name)
        return original[name].apply(original, arguments)
      }
    : original[name]
}
wx = wrapped
global.wrapped = wrapped
