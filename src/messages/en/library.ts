/** What the library expects to be given, after "must be". */
export const kinds = {
  options: 'given an object of options, or nothing',
  function: 'a function',
  folder: 'a folder, as a path or as a file: URL',
  switches: "given switches, such as { 'scope.camera': true }",
  switch: 'true or false',
  states: "given a scope and a state, or states by scope: { 'scope.camera': 'rejected' }",
  data: 'no function, as an answer is awaited',
  reply: 'answered with an object',
  errMsg: "a text that names its API, such as 'getLocation:fail system permission denied'",
  camera: "given 'camera', the only component that asks",
} as const
