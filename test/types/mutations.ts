/** A mistake that could be made in the public types: the text it replaces and what it puts there. */
export interface Mutation {
  readonly title: string
  readonly from: string | RegExp
  readonly to: string
}

export const mutations: readonly Mutation[] = [
  { title: 'an API is missing', from: / +chooseInvoice: .*\n/, to: '' },
  { title: 'an API is misspelt', from: 'getWeRunData: Api', to: 'getWerunData: Api' },
  {
    title: 'an API is not WeChat’s',
    from: 'getWeRunData: Api',
    to: 'extra: Api<{}>;\n  getWeRunData: Api',
  },
  { title: 'options may not be left out', from: 'getSetting: Api<', to: 'getSetting: ApiWithOption<' },
  { title: 'an option is required', from: 'isHighAccuracy?: boolean', to: 'isHighAccuracy: boolean' },
  { title: 'an option has another type', from: 'latitude?: number', to: 'latitude?: string' },
  { title: 'a result lacks a field', from: / +verticalAccuracy: number;\n/, to: '' },
  { title: 'a field of a result has another type', from: 'speed: number', to: 'speed: string' },
  {
    title: 'a result has a field of ours',
    from: 'tempFilePath: string;\n}',
    to: 'tempFilePath: string;\n  seal: 1;\n}',
  },
  { title: 'success forgets its promise', from: /(success: any;\s+\} \?) void/, to: '$1 Promise<Result>' },
  { title: 'fail forgets its promise', from: /(fail: any;\s+\} \?) void/, to: '$1 Promise<Result>' },
  { title: 'complete forgets its promise', from: /(complete: any;\s+\} \?) void/, to: '$1 Promise<Result>' },
  { title: 'there is never a promise', from: ': Promise<Result>', to: ': void' },
  { title: 'a scope is missing', from: / +'scope\.invoice'\?: boolean;\n/, to: '' },
  { title: 'a scope is misspelt', from: "'scope.werun'?: boolean", to: "'scope.weRun'?: boolean" },
  {
    title: 'a scope is not WeChat’s',
    from: "'scope.werun'?: boolean",
    to: "'scope.nose'?: boolean;\n  'scope.werun'?: boolean",
  },
  { title: 'a scope without its prefix', from: "'scope.camera'?: boolean", to: 'camera?: boolean' },
  { title: 'a scope is always there', from: "'scope.camera'?: boolean", to: "'scope.camera': boolean" },
  { title: 'a decision is a text', from: "'scope.record'?: boolean", to: "'scope.record'?: string" },
  { title: 'the recorder cannot be listened to', from: 'onStop(', to: 'onStopped(' },
  { title: 'the camera takes no photo', from: 'takePhoto(', to: 'takePicture(' },
  {
    title: 'canIUse says something else',
    from: 'canIUse: (schema: string) => boolean',
    to: 'canIUse: () => number',
  },
  { title: 'a state is misspelt', from: "'accepted' | 'rejected'", to: "'accept' | 'rejected'" },
]
