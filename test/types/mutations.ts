/** A possible mistake in the public types, as a replacement in the declarations. */
export interface Mutation {
  readonly title: string
  readonly from: string | RegExp
  readonly to: string
}

export const mutations: readonly Mutation[] = [
  { title: 'an API is missing', from: / +chooseInvoice: .*\n/, to: '' },
  { title: 'an API is misspelled', from: 'getWeRunData: Api', to: 'getWerunData: Api' },
  {
    title: 'an API is not WeChat’s',
    from: 'getWeRunData: Api',
    to: 'extra: Api<{}>;\n  getWeRunData: Api',
  },
  { title: 'optional options are required', from: 'getSetting: Api<', to: 'getSetting: ApiWithOption<' },
  { title: 'an option is required', from: 'isHighAccuracy?: boolean', to: 'isHighAccuracy: boolean' },
  { title: 'an option has another type', from: 'latitude?: number', to: 'latitude?: string' },
  { title: 'a result lacks a field', from: / +verticalAccuracy: number;\n/, to: '' },
  { title: 'a field of a result has another type', from: 'speed: number', to: 'speed: string' },
  {
    title: 'a result has a field that is not WeChat’s',
    from: 'tempFilePath: string;\n}',
    to: 'tempFilePath: string;\n  seal: 1;\n}',
  },
  { title: 'success also returns a promise', from: /(success: any;\s+\} \?) void/, to: '$1 Promise<Result>' },
  { title: 'fail also returns a promise', from: /(fail: any;\s+\} \?) void/, to: '$1 Promise<Result>' },
  {
    title: 'complete also returns a promise',
    from: /(complete: any;\s+\} \?) void/,
    to: '$1 Promise<Result>',
  },
  { title: 'there is never a promise', from: ': Promise<Result>', to: ': void' },
  { title: 'a scope is missing', from: / +'scope\.invoice'\?: boolean;\n/, to: '' },
  { title: 'a scope is misspelled', from: "'scope.werun'?: boolean", to: "'scope.weRun'?: boolean" },
  {
    title: 'a scope is not WeChat’s',
    from: "'scope.werun'?: boolean",
    to: "'scope.nose'?: boolean;\n  'scope.werun'?: boolean",
  },
  { title: 'a scope lacks its prefix', from: "'scope.camera'?: boolean", to: 'camera?: boolean' },
  { title: 'a scope is not optional', from: "'scope.camera'?: boolean", to: "'scope.camera': boolean" },
  { title: 'a decision is a string', from: "'scope.record'?: boolean", to: "'scope.record'?: string" },
  { title: 'an event of the recorder is misspelled', from: 'onStop(', to: 'onStopped(' },
  { title: 'a method of the camera is misspelled', from: 'takePhoto(', to: 'takePicture(' },
  {
    title: 'canIUse has another type',
    from: 'canIUse: (schema: string) => boolean',
    to: 'canIUse: () => number',
  },
  { title: 'an API of today is missing', from: / +choosePoi: .*\n/, to: '' },
  {
    title: 'an API of today is not WeChat’s',
    from: 'choosePoi: Api',
    to: 'extraPoi: Api<{}>;\n  choosePoi: Api',
  },
  {
    title: 'an API of today returns a promise',
    from: 'getFuzzyLocation: (option: GetFuzzyLocationOption) => void',
    to: 'getFuzzyLocation: Api<GetFuzzyLocationOption>',
  },
  { title: 'an option of today is required', from: 'remark?: string', to: 'remark: string' },
  { title: 'a result of today lacks a field', from: / +openIdList: string\[\];\n/, to: '' },
  { title: 'a result has another code', from: 'errCode: number', to: 'errCode: string' },
  {
    title: 'a permission of the phone is misspelled',
    from: "'authorized' | 'denied' | 'not determined'",
    to: "'authorized' | 'denied' | 'undetermined'",
  },
  { title: 'a scope of today is missing', from: / +'scope\.bluetooth'\?: boolean;\n/, to: '' },
  { title: 'a state is misspelled', from: "'accepted' | 'rejected'", to: "'accept' | 'rejected'" },
]
